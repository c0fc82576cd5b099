//! What one data-flow diagram shows, before anything is placed or drawn.
//!
//! Indices point into the vectors of the same [`Diagram`]; order is the order of declaration in the model, which the layout keeps.

/// One picture: the elements a view shows and how they nest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagram {
    /// Name of the view, fit for a file name.
    pub id: String,
    /// Title of the view.
    pub title: String,
    /// Whether it is a map of flows or the story of some of them.
    pub style: Style,
    /// Boundaries and components that contain others, parents before children.
    pub frames: Vec<Frame>,
    /// Everything drawn as a closed shape.
    pub nodes: Vec<Node>,
    /// Connection points on the border of a node or frame.
    pub ports: Vec<PortMark>,
    /// Flows; both ends are in this diagram.
    pub edges: Vec<Edge>,
    /// Whether counts of open threats and questions are drawn.
    pub threat_counts: bool,
    /// Whether counts of controls are drawn.
    pub controls: bool,
    /// How much is written at each flow.
    pub labels: Labels,
    /// Whether it is never split, however large it is.
    pub whole: bool,
    /// What is otherwise than in another version; nothing where it was not compared with one.
    pub changes: Option<Changes>,
}

impl Diagram {
    /// Identities of all that is drawn: frames, shapes, ports and arrows.
    pub fn identities(&self) -> Vec<String> {
        let frames = self.frames.iter().map(|frame| &frame.id);
        let shapes = self.nodes.iter().map(|node| &node.id);
        let ports = self.ports.iter().map(|port| &port.id);
        frames.chain(shapes).chain(ports).chain(self.edges.iter().map(|edge| &edge.id)).cloned().collect()
    }

    /// Names of all that is drawn but the arrows, each once: boundaries, elements, ports.
    pub fn names(&self) -> Vec<String> {
        let frames = self.frames.iter().map(|frame| &frame.name);
        let all = frames.chain(self.nodes.iter().map(|node| &node.name)).chain(self.ports.iter().map(|port| &port.name));
        let mut names: Vec<String> = Vec::new();
        for name in all {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }
}

/// What changed in a picture since another version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Which version that was, in words.
    pub before: String,
    /// What was done to which element; those that are not named are as they were.
    pub marks: Vec<(String, Change)>,
    /// The changes in words, a sentence each.
    pub words: Vec<String>,
}

impl Changes {
    /// What was done to an element.
    pub fn of(&self, id: &str) -> Option<Change> {
        self.marks.iter().find(|(known, _)| known == id).map(|(_, change)| *change)
    }
}

/// What was done to an element of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It is not as it was.
    Changed,
}

impl Change {
    /// The sign for it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Removed => "−",
            Self::Changed => "~",
        }
    }
}

/// How much is written at each flow of a picture. What is not written there stands in a list in the same picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Labels {
    /// Name, identity, what is carried and the protocol.
    #[default]
    Full,
    /// Its number, its name and whether it carries data, code or commands.
    Named,
    /// Its number, and whether it carries data, code or commands.
    Numbered,
}

impl Labels {
    /// Whether the picture must save room everywhere, in letters and between boxes, too.
    pub fn save_room(self) -> bool {
        self == Self::Numbered
    }
}

/// What kind of picture a diagram is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// Elements, how they nest, and the flows between them.
    #[default]
    Dataflow,
    /// A use case: the nodes are its participants from left to right, the edges its messages from first to last. There are no ports, every edge
    /// ends at a node, and a node's frame is its innermost trust boundary.
    Sequence,
}

/// Something drawn around other things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Identity of the element.
    pub id: String,
    /// What is written in it.
    pub name: String,
    /// How it is drawn.
    pub shape: FrameShape,
    /// The frame it stands in.
    pub parent: Option<usize>,
    /// Open threats of the element itself.
    pub counts: Counts,
    /// Controls on the element itself.
    pub controls: ControlCounts,
}

/// How a frame is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameShape {
    /// A trust boundary: closed, dashed.
    Boundary,
    /// A process (or another component) with parts: solid.
    Component,
}

/// A closed shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Identity of the element.
    pub id: String,
    /// What is written in it.
    pub name: String,
    /// Name of its type, written small under the name.
    pub type_name: Option<String>,
    /// How it is drawn.
    pub shape: NodeShape,
    /// The frame it stands in.
    pub parent: Option<usize>,
    /// Open threats and questions of the element and of what it hides.
    pub counts: Counts,
    /// Controls on the element and on what it hides.
    pub controls: ControlCounts,
}

/// How a node is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeShape {
    /// A person: rectangle.
    Actor,
    /// A system outside the manufacturer's control: rectangle.
    External,
    /// Something that executes: rounded box.
    Process,
    /// Data at rest: two horizontal lines, open at the side.
    Store,
    /// A boundary whose inside this picture does not show: dashed box.
    ClosedBoundary,
    /// Where an attacker stands: six corners.
    Attacker,
}

/// A connection point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortMark {
    /// Identity of the port.
    pub id: String,
    /// What is written beside it.
    pub name: String,
    /// What it stands on: never another port.
    pub owner: End,
    /// Open threats and questions of the port.
    pub counts: Counts,
    /// Controls on the port.
    pub controls: ControlCounts,
}

/// A flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Identity of the flow.
    pub id: String,
    /// Its title.
    pub name: String,
    /// What is carried.
    pub carries: Vec<Carried>,
    /// Name of the protocol, and its version where the library or the model states one.
    pub protocol: Option<String>,
    /// Where it starts (and who starts the exchange, unless it is fetched).
    pub source: End,
    /// Where it ends.
    pub target: End,
    /// Whether data moves both ways.
    pub two_way: bool,
    /// Whether it is the target that opens the connection.
    pub fetched: bool,
    /// Whether it is no flow, but a movement of an attacker; its name begins with its number.
    pub movement: bool,
    /// Open threats and questions of the flow.
    pub counts: Counts,
    /// Controls on the flow and on the ports it ends at.
    pub controls: ControlCounts,
}

/// Something a flow carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Its name.
    pub name: String,
    /// What the library calls its class: data, code or command.
    pub class: Option<String>,
}

impl Edge {
    /// The classes of what is carried, each once: `command, data`.
    pub fn classes(&self) -> String {
        let mut classes: Vec<&str> = Vec::new();
        for class in self.carries.iter().filter_map(|carried| carried.class.as_deref()) {
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
        classes.join(", ")
    }

    /// What is carried, by class: `data: Alarm, Heartbeat`.
    pub fn contents(&self) -> Vec<String> {
        let mut groups: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
        for carried in &self.carries {
            let class = carried.class.as_deref();
            match groups.iter_mut().find(|(known, _)| *known == class) {
                Some((_, names)) => names.push(&carried.name),
                None => groups.push((class, vec![&carried.name])),
            }
        }
        let written = groups.into_iter().map(|(class, names)| match class {
            Some(class) => format!("{class}: {}", names.join(", ")),
            None => names.join(", "),
        });
        written.collect()
    }
}

/// What a flow ends at, or a port stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Index into [`Diagram::nodes`].
    Node(usize),
    /// Index into [`Diagram::ports`].
    Port(usize),
    /// Index into [`Diagram::frames`].
    Frame(usize),
}

/// How much is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ControlCounts {
    /// Controls that are implemented or verified.
    pub in_place: usize,
    /// Controls that are planned.
    pub planned: usize,
}

/// How much is unanswered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open threats.
    pub open: usize,
    /// Threats that hang on an unanswered question.
    pub questions: usize,
}

/// What is drawn beside boxes and arrows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layers {
    /// Connection points.
    pub ports: bool,
    /// Counts of open threats and questions.
    pub threat_counts: bool,
    /// Counts of controls.
    pub controls: bool,
}
