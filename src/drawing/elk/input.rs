//! A plan as ELK's JSON. Ids are generated: `n3` a node, `f1` a frame, `e7` a flow, `a7` and `b7` its ends, `i2` an idle port, `q0` a block of
//! boxes set aside.

use serde_json::{Map, Value, json};

use crate::drawing::elk::plan::{Direction, Plan, Side, Slot};
use crate::drawing::grid::members;
use crate::drawing::sized::PORT;
use crate::report::diagram::End;

/// Round the text of a flow, so that it keeps clear of lines.
pub(crate) const LABEL_ROOM: f64 = 4.0;

/// The graph to be laid out.
pub(crate) fn graph(plan: &Plan<'_, '_>) -> Value {
    let mut options = container_options(plan, 16.0);
    let direction = match plan.attempt.direction {
        Direction::Right => "RIGHT",
        Direction::Down => "DOWN",
    };
    for (key, value) in
        [("elk.algorithm", "layered"), ("elk.direction", direction), ("elk.hierarchyHandling", "INCLUDE_CHILDREN")]
    {
        options.insert(key.to_owned(), json!(value));
    }
    json!({
        "id": "root",
        "layoutOptions": options,
        "children": children(plan, None),
        "edges": edges(plan),
    })
}

/// The id under which ELK knows a connection point.
pub(crate) fn slot_id(slot: Slot) -> String {
    match slot {
        Slot::Source(edge) => format!("a{edge}"),
        Slot::Target(edge) => format!("b{edge}"),
        Slot::Idle(port) => format!("i{port}"),
    }
}

/// The id of the label at a connection point.
pub(crate) fn label_id(slot: Slot) -> String {
    format!("l{}", slot_id(slot))
}

/// ELK does not hand these down, so every container says them again.
fn container_options(plan: &Plan<'_, '_>, head: f64) -> Map<String, Value> {
    let sparing = plan.sized.diagram.labels.save_room();
    let side = if sparing { 12 } else { 18 };
    let padding = format!("[top={head},left={side},bottom={side},right={side}]");
    let pairs = [
        ("elk.padding", padding.as_str()),
        ("elk.randomSeed", "1"),
        ("elk.edgeRouting", "ORTHOGONAL"),
        ("elk.layered.nodePlacement.strategy", "BRANDES_KOEPF"),
        ("elk.layered.considerModelOrder.strategy", if plan.attempt.model_order { "NODES_AND_EDGES" } else { "NONE" }),
        ("elk.layered.thoroughness", "40"),
        ("elk.spacing.nodeNode", if sparing { "12" } else { "18" }),
        ("elk.spacing.edgeNode", if sparing { "8" } else { "10" }),
        ("elk.spacing.edgeEdge", if sparing { "8" } else { "9" }),
        ("elk.spacing.edgeLabel", "1"),
        ("elk.spacing.labelPort", "2"),
        ("elk.spacing.portPort", "5"),
        ("elk.spacing.componentComponent", "22"),
        ("elk.layered.spacing.nodeNodeBetweenLayers", if sparing { "16" } else { "24" }),
        ("elk.layered.spacing.edgeNodeBetweenLayers", if sparing { "8" } else { "10" }),
        ("elk.layered.spacing.edgeEdgeBetweenLayers", if sparing { "8" } else { "9" }),
    ];
    let mut options: Map<String, Value> = pairs.into_iter().map(|(k, v)| (k.to_owned(), json!(v))).collect();
    if let Some(most) = plan.attempt.layer {
        options.insert("elk.layered.layering.strategy".to_owned(), json!("COFFMAN_GRAHAM"));
        options.insert("elk.layered.layering.coffmanGraham.layerBound".to_owned(), json!(most.to_string()));
    }
    options
}

fn children(plan: &Plan<'_, '_>, parent: Option<usize>) -> Vec<Value> {
    let visible = members(plan.sized, parent).into_iter().filter(|&e| plan.visible(e));
    let mut out: Vec<Value> = visible.map(|e| vertex(plan, e)).collect();
    for (index, aside) in plan.asides.iter().enumerate() {
        if aside.parent == parent {
            let (width, height) = (aside.packed.width, aside.packed.height);
            out.push(json!({ "id": format!("q{index}"), "width": width, "height": height }));
        }
    }
    out
}

fn vertex(plan: &Plan<'_, '_>, end: End) -> Value {
    let number = plan.vertex(end);
    let (id, inner, mut options, size) = match end {
        End::Frame(f) => {
            let title = &plan.sized.frames[f];
            let head = plan.sized.head(f);
            let options = container_options(plan, head);
            (format!("f{f}"), children(plan, Some(f)), options, (title.width + 36.0, head + 24.0))
        }
        End::Node(n) | End::Port(n) => {
            let block = &plan.sized.nodes[n];
            (format!("n{n}"), Vec::new(), Map::new(), (block.width, block.height))
        }
    };
    let constraints = match (plan.fixed(number), &plan.order[number]) {
        (_, Some(_)) => "FIXED_ORDER",
        (true, None) => "FIXED_SIDE",
        (false, None) => "FREE",
    };
    options.insert("elk.portConstraints".to_owned(), json!(constraints));
    options.insert("elk.portLabels.placement".to_owned(), json!("[OUTSIDE]"));
    options.insert("elk.nodeSize.constraints".to_owned(), json!("[PORTS, PORT_LABELS, MINIMUM_SIZE]"));
    options.insert("elk.nodeSize.minimum".to_owned(), json!(format!("({},{})", size.0, size.1)));
    json!({
        "id": id,
        "width": size.0,
        "height": size.1,
        "layoutOptions": options,
        "ports": ports(plan, number),
        "children": inner,
    })
}

fn ports(plan: &Plan<'_, '_>, vertex: usize) -> Vec<Value> {
    let fixed = plan.fixed(vertex);
    let ordered = plan.order[vertex].as_ref();
    let slots = ordered.unwrap_or(&plan.slots[vertex]);
    slots
        .iter()
        .enumerate()
        .map(|(index, &slot)| {
            let mut options = Map::new();
            if fixed {
                options.insert("elk.port.side".to_owned(), json!(side_name(plan.side(slot))));
            }
            if ordered.is_some() {
                options.insert("elk.port.index".to_owned(), json!(index.to_string()));
            }
            let port = plan.port(slot);
            let size = if port.is_some() { PORT } else { 0.0 };
            let labels: Vec<Value> = port
                .filter(|_| plan.labelled(slot))
                .map(|p| {
                    let block = &plan.sized.ports[p];
                    json!({ "id": label_id(slot), "text": "x", "width": block.width, "height": block.height })
                })
                .into_iter()
                .collect();
            json!({ "id": slot_id(slot), "width": size, "height": size, "layoutOptions": options, "labels": labels })
        })
        .collect()
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::North => "NORTH",
        Side::East => "EAST",
        Side::South => "SOUTH",
        Side::West => "WEST",
    }
}

fn edges(plan: &Plan<'_, '_>) -> Vec<Value> {
    (0..plan.sized.diagram.edges.len())
        .map(|index| {
            let mut ends = [slot_id(Slot::Source(index)), slot_id(Slot::Target(index))];
            if plan.turned[index] {
                ends.reverse();
            }
            let block = &plan.sized.edges[index];
            json!({
                "id": format!("e{index}"),
                "sources": [ends[0]],
                "targets": [ends[1]],
                "labels": [{
                    "id": format!("t{index}"),
                    "text": "x",
                    "width": block.width + 2.0 * LABEL_ROOM,
                    "height": block.height + 2.0 * LABEL_ROOM,
                }],
            })
        })
        .collect()
}
