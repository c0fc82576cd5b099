//! How long a picture takes, from the diagram to the SVG: diagrams of a realistic shape by both engines. `cargo bench --bench drawings` prints the table of `docs/diagrams.md`.

#![allow(clippy::print_stdout, reason = "a program for developers")]

use std::time::Instant;

use ward::drawing::LayoutEngine;
use ward::drawing::check::faults;
use ward::drawing::dagre::DagreEngine;
use ward::drawing::sheet::Dress;
use ward::drawing::sized::size;
use ward::drawing::svg::paint;
use ward::report::diagram::{Carried, ControlCounts, Counts, Diagram, Edge, End, Frame, FrameShape, Node, NodeShape};
use ward::report::title_block::TitleBlock;

fn main() {
    let engines: [(&str, Box<dyn LayoutEngine>); 2] =
        [("elk", ward::drawing::default_engine()), ("dagre", Box::new(DagreEngine))];
    println!("| elements | engine | ms | faults |\n| ---: | --- | ---: | ---: |");
    for elements in [20, 60, 200] {
        let diagram = diagram(elements);
        let sized = size(&diagram);
        for (name, engine) in &engines {
            let mut best = f64::INFINITY;
            let mut found = None;
            for _ in 0..3 {
                let start = Instant::now();
                let geometry = engine.layout(&sized);
                if let Ok(geometry) = &geometry {
                    paint(&sized, geometry, Dress::Document(&TitleBlock::default())).document(&[]);
                }
                best = best.min(start.elapsed().as_secs_f64() * 1000.0);
                found = Some(geometry.map(|geometry| faults(&sized, &geometry).len().to_string()));
            }
            let found = found.map(|found| found.unwrap_or_else(|error| error.to_string())).unwrap_or_default();
            println!("| {elements} | {name} | {best:.0} | {found} |");
        }
    }
}

/// Boundaries of about six elements, some nested; most flows stay inside, some lead out, some back.
fn diagram(elements: usize) -> Diagram {
    let frames = elements.div_ceil(7);
    let mut out = Diagram { id: format!("bench{elements}"), ..Diagram::default() };
    for f in 0..frames {
        let parent = (f % 3 == 2).then(|| f - 1);
        let shape = FrameShape::Boundary;
        out.frames.push(Frame {
            id: format!("f{f}"),
            name: format!("Boundary {f}"),
            shape,
            parent,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        });
    }
    let nodes = elements - frames;
    for n in 0..nodes {
        let shape = [NodeShape::Process, NodeShape::Process, NodeShape::Store, NodeShape::External][n % 4];
        let (name, type_name) = (format!("Element {n}"), Some("EmbeddedLinux".to_owned()));
        let parent = (n % 8 != 7).then_some(n * frames / nodes);
        out.nodes.push(Node {
            id: format!("n{n}"),
            name,
            type_name,
            shape,
            parent,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        });
    }
    for e in 0..nodes * 3 / 2 {
        let source = e * 2 / 3;
        let step = [1, 3, 2, 9, 1, 5][e % 6];
        let target = (source + step) % nodes;
        out.edges.push(Edge {
            id: format!("e{e}"),
            name: format!("Flow {e}"),
            carries: vec![Carried { name: "Measurement".to_owned(), class: None }],
            protocol: Some("HTTPS".to_owned()),
            source: End::Node(source),
            target: End::Node(target),
            two_way: e % 4 == 0,
            fetched: false,
            movement: false,
            counts: Counts::default(),
            controls: ControlCounts::default(),
        });
    }
    out
}
