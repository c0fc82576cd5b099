//! A diagram as DOT text for Graphviz.
//!
//! The printer of `graphviz-rust` writes values as they are, so every value passes [`escape::dot`] and every id is
//! generated: `n3` a node, `p2` a port, `cluster_b1` a frame, `x1` the invisible point at which flows to a frame end. No value goes into an
//! attribute that makes `dot` open a file or write a link.

use graphviz_rust::dot_structures::{
    Attribute, Edge as DotEdge, EdgeTy, Graph, GraphAttributes, Id, Node as DotNode, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use crate::backends::escape;
use crate::drawing::feedback::feedback;
use crate::drawing::sized::{controls_text, threats_text};
use crate::report::diagram::{ControlCounts, Counts, Diagram, Edge, End, Frame, FrameShape, Node, NodeShape, PortMark, Style};
use crate::report::title_block::TitleBlock;

const SEQUENCE_NOTE: &str = "\
// Graphviz draws no sequence diagrams. This is the graph of one: its edges are the messages, and the number
// with which a label begins is the message's place in the order. A line with two heads is a request and its response.
";

/// Writes a diagram as DOT.
pub fn dot(diagram: &Diagram, title: &TitleBlock) -> String {
    let turned = feedback(diagram);
    let mut stmts = settings(diagram, title);
    stmts.extend(inside(diagram, None));
    for (index, edge) in diagram.edges.iter().enumerate() {
        stmts.push(flow(diagram, index, edge, turned[index]));
    }
    let graph = Graph::DiGraph { id: plain("view"), strict: false, stmts };
    let note = match diagram.style {
        Style::Dataflow => "",
        Style::Sequence => SEQUENCE_NOTE,
    };
    format!("{note}{}\n", graph.print(PrinterContext::default().with_semi()))
}

fn settings(diagram: &Diagram, title: &TitleBlock) -> Vec<Stmt> {
    let draft = if title.draft { "DRAFT: " } else { "" };
    let version = title.version.as_deref().unwrap_or("version not stated");
    let packs = title.packs.join(", ");
    let heading = format!(
        "{draft}{}\n{}, {version}\nmodel {}; {}; {packs}",
        diagram.title, title.device, title.model_hash, title.generator
    );
    let font = attribute("fontname", "DejaVu Sans,Verdana,sans-serif");
    let graph = vec![
        attribute("label", &heading),
        attribute("labelloc", "t"),
        attribute("newrank", "true"),
        attribute("compound", "true"),
        attribute("rankdir", "LR"),
        font.clone(),
    ];
    let node = vec![font.clone(), attribute("fontsize", "12"), attribute("shape", "box")];
    let edge = vec![font, attribute("fontsize", "10")];
    vec![
        Stmt::GAttribute(GraphAttributes::Graph(graph)),
        Stmt::GAttribute(GraphAttributes::Node(node)),
        Stmt::GAttribute(GraphAttributes::Edge(edge)),
    ]
}

/// What stands directly in a frame, or outside all.
fn inside(diagram: &Diagram, parent: Option<usize>) -> Vec<Stmt> {
    let mut out = Vec::new();
    for (index, found) in diagram.nodes.iter().enumerate().filter(|(_, n)| n.parent == parent) {
        out.push(Stmt::Node(node(diagram, index, found)));
        out.extend(ports(diagram, End::Node(index)));
    }
    for (index, found) in diagram.frames.iter().enumerate().filter(|(_, f)| f.parent == parent) {
        out.push(Stmt::Subgraph(frame(diagram, index, found)));
    }
    out
}

fn frame(diagram: &Diagram, index: usize, frame: &Frame) -> Subgraph {
    let style = match frame.shape {
        FrameShape::Boundary => "dashed",
        FrameShape::Component => "rounded",
    };
    let colour = match frame.shape {
        FrameShape::Boundary => "#8b0000",
        FrameShape::Component => "black",
    };
    let mut stmts: Vec<Stmt> = [
        attribute("label", &named(&frame.name, marks(diagram, frame.counts, frame.controls))),
        attribute("style", style),
        attribute("color", colour),
        attribute("labeljust", "l"),
    ]
    .into_iter()
    .map(Stmt::Attribute)
    .collect();
    // An empty cluster is not drawn, and a flow cannot end at a cluster itself.
    let anchor = [attribute("shape", "point"), attribute("style", "invis"), attribute("label", "")];
    stmts.push(Stmt::Node(DotNode::new(node_id(format!("x{index}")), anchor.to_vec())));
    stmts.extend(ports(diagram, End::Frame(index)));
    stmts.extend(inside(diagram, Some(index)));
    Subgraph { id: plain(&format!("cluster_b{index}")), stmts }
}

fn node(diagram: &Diagram, index: usize, node: &Node) -> DotNode {
    let mut label = node.name.clone();
    if let Some(kind) = &node.type_name {
        label.push_str(&format!("\n\u{ab}{kind}\u{bb}"));
    }
    let mut attributes = vec![attribute("label", &named(&label, marks(diagram, node.counts, node.controls)))];
    match node.shape {
        NodeShape::Actor => attributes.push(attribute("peripheries", "2")),
        NodeShape::Attacker => attributes.push(attribute("shape", "hexagon")),
        NodeShape::External => {}
        NodeShape::Process => attributes.push(attribute("style", "rounded")),
        // A cylinder is Graphviz's nearest to two open lines.
        NodeShape::Store => attributes.push(attribute("shape", "cylinder")),
        NodeShape::ClosedBoundary => {
            attributes.extend([attribute("style", "dashed"), attribute("color", "#8b0000")]);
        }
    }
    DotNode::new(node_id(format!("n{index}")), attributes)
}

/// Ports stand beside their owner, tied to it by a bare line.
fn ports(diagram: &Diagram, owner: End) -> Vec<Stmt> {
    let own = diagram.ports.iter().enumerate().filter(|(_, p)| p.owner == owner);
    own.flat_map(|(index, port)| {
        let tie = vec![attribute("dir", "none"), attribute("style", "bold"), attribute("weight", "8"), attribute("minlen", "1")];
        let mut out = vec![Stmt::Node(port_node(diagram, index, port))];
        if let End::Node(node) = owner {
            out.push(pair(format!("p{index}"), format!("n{node}"), tie));
        }
        out
    })
    .collect()
}

fn port_node(diagram: &Diagram, index: usize, port: &PortMark) -> DotNode {
    let attributes = [
        attribute("label", &named(&port.name, marks(diagram, port.counts, port.controls))),
        attribute("shape", "box"),
        attribute("fontsize", "9"),
        attribute("height", "0.15"),
        attribute("width", "0.15"),
        attribute("margin", "0.04"),
    ];
    DotNode::new(node_id(format!("p{index}")), attributes.to_vec())
}

fn flow(diagram: &Diagram, index: usize, edge: &Edge, turned: bool) -> Stmt {
    let mut label = match diagram.style {
        Style::Dataflow => edge.name.clone(),
        Style::Sequence => format!("{}. {}", index + 1, edge.name),
    };
    if edge.id != edge.name && !edge.movement {
        label.push_str(&format!("\n{}", edge.id));
    }
    if !edge.carries.is_empty() {
        label.push_str(&format!("\n{}", edge.contents().join("; ")));
    }
    if let Some(protocol) = &edge.protocol {
        label.push_str(&format!("\nover {protocol}"));
    }
    if edge.fetched {
        label.push_str("\nstarted by its target");
    }
    if edge.movement {
        label.push_str("\nmovement of an attacker");
    }
    let dir = match (edge.two_way, turned) {
        (true, _) => "both",
        (false, true) => "back",
        (false, false) => "forward",
    };
    let mut attributes = vec![
        attribute("id", &format!("e{index}")),
        attribute("label", &named(&label, marks(diagram, edge.counts, edge.controls))),
        attribute("dir", dir),
    ];
    // Filled where the request arrives, hollow where the answer does.
    if edge.two_way {
        attributes.push(attribute(if turned { "arrowhead" } else { "arrowtail" }, "empty"));
    }
    if edge.movement {
        let head = if turned { "arrowtail" } else { "arrowhead" };
        attributes.extend([attribute("penwidth", "2.8"), attribute(head, "normalnormal")]);
    }
    let (mut from, mut to) = (edge.source, edge.target);
    if turned {
        std::mem::swap(&mut from, &mut to);
    }
    for (key, end) in [("ltail", from), ("lhead", to)] {
        if let End::Frame(frame) = end {
            attributes.push(attribute(key, &format!("cluster_b{frame}")));
        }
    }
    pair(end_id(from), end_id(to), attributes)
}

fn end_id(end: End) -> String {
    match end {
        End::Node(node) => format!("n{node}"),
        End::Port(port) => format!("p{port}"),
        End::Frame(frame) => format!("x{frame}"),
    }
}

fn pair(from: String, to: String, attributes: Vec<Attribute>) -> Stmt {
    let ty = EdgeTy::Pair(Vertex::N(node_id(from)), Vertex::N(node_id(to)));
    Stmt::Edge(DotEdge { ty, attributes })
}

fn marks(diagram: &Diagram, counts: Counts, controls: ControlCounts) -> String {
    let marks = threats_text(diagram, counts).into_iter().chain(controls_text(diagram, controls));
    marks.map(|mark| format!("\n[{mark}]")).collect()
}

fn named(name: &str, marks: String) -> String {
    format!("{name}{marks}")
}

fn attribute(key: &str, value: &str) -> Attribute {
    Attribute(plain(key), Id::Escaped(escape::dot(value)))
}

fn node_id(id: String) -> NodeId {
    NodeId(Id::Plain(id), None)
}

fn plain(id: &str) -> Id {
    Id::Plain(id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples;

    #[test]
    fn hostile_names_stay_inside_their_quotes() {
        let text = dot(&samples::hostile(), &samples::title());
        let mut quoted = false;
        let mut bare = String::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' if quoted => {
                    chars.next();
                }
                '"' => quoted = !quoted,
                c if !quoted => bare.push(c),
                _ => {}
            }
        }
        assert!(!quoted);
        for word in ["evil", "URL", "script", "pwned", "javascript"] {
            assert!(!bare.contains(word), "{word}");
        }
    }

    #[test]
    fn every_flow_is_written_once() {
        let diagram = samples::pump();
        let text = dot(&diagram, &samples::title());
        let count = |what: &str| text.matches(what).count();
        assert_eq!(count("id=\"e"), diagram.edges.len());
        assert_eq!(count("subgraph cluster_b"), diagram.frames.len());
        assert_eq!(text, dot(&diagram, &samples::title()));
    }

    #[test]
    fn messages_are_numbered_edges() {
        let text = dot(&samples::use_case(), &samples::title());
        assert!(text.starts_with("// Graphviz draws no sequence diagrams."), "{text}");
        let places: Vec<Option<usize>> = ["1. Programme", "2. Order", "3. Look up", "4. Check", "5. Show"]
            .iter()
            .map(|label| text.find(&format!("label=\"{label}")))
            .collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
        assert!(!dot(&samples::pump(), &samples::title()).contains("//"));
    }
}
