//! Pictures, measured: every view of both examples by both engines, how far a small change moves a picture, pins and parts.

#![allow(clippy::print_stdout, reason = "what is measured is to be read")]

use std::fs;
use std::path::Path;

use ward::drawing::check::{Fault, faults};
use ward::drawing::dagre::DagreEngine;
use ward::drawing::dot_engine::{DotEngine, DotError, RunDot};
use ward::drawing::geometry::{Geometry, Point};
use ward::drawing::parts::parts;
use ward::drawing::pinned::{PinnedEngine, pins};
use ward::drawing::score::figures;
use ward::drawing::sized::size;
use ward::drawing::{LayoutEngine, default_engine, print_size};
use ward::report::build::{Circumstances, Wanted, build};
use ward::report::diagram::{Carried, ControlCounts, Counts, Diagram, Edge, End, Node, NodeShape, PortMark, Style};
use ward::report::title_block::TitleBlock;
use ward::session::Session;

use crate::kit::{EXAMPLES, Model};
use crate::world::compile_texts;

/// The views of an example that an engine lays out, and the pictures of its attack paths.
fn pictures(example: &str) -> (Vec<Diagram>, Vec<Diagram>) {
    let root = format!("{example}.tm");
    let entries = fs::read_dir(Path::new("examples").join(example)).expect("the example");
    let mut texts: Vec<(String, String)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_name()?.to_str()?.to_owned(), fs::read_to_string(&path).ok()?))
        })
        .collect();
    texts.sort_by_key(|(name, _)| (*name != root, name.clone()));
    let mut session = Session::default();
    let compilation = compile_texts(&mut session, &texts);
    let wanted = Wanted { diagrams: true, attack_paths: Some(5), ..Wanted::default() };
    let report = build(&compilation, session.sources(), &Circumstances { draft: true, wanted, ..Circumstances::default() });
    let kept = |diagram: &Diagram| diagram.style == Style::Dataflow;
    (report.diagrams.into_iter().filter(kept).collect(), report.attack_diagrams)
}

/// The views of an example that an engine lays out.
fn views(example: &str) -> Vec<Diagram> {
    pictures(example).0
}

fn all_views() -> Vec<Diagram> {
    EXAMPLES.into_iter().flat_map(views).collect()
}

fn draw(diagram: &Diagram, engine: &dyn LayoutEngine) -> (Geometry, Vec<Fault>) {
    let sized = size(diagram);
    let geometry = engine.layout(&sized).unwrap_or_else(|error| panic!("{}: {error}", diagram.id));
    let faults = faults(&sized, &geometry);
    (geometry, faults)
}

#[test]
fn every_view_and_every_part_of_one_is_drawn_without_fault() {
    let engine = default_engine();
    let print = |d: &Diagram| print_size(d, &TitleBlock::default(), &*engine).unwrap_or_default();
    let mut count = 0;
    let attacks: Vec<Diagram> = EXAMPLES.into_iter().flat_map(|example| pictures(example).1).collect();
    assert!(attacks.len() >= 4);
    for view in all_views().into_iter().chain(attacks) {
        let all = parts(&view, &print);
        let whole = (all.len() > 1).then_some(view);
        for picture in all.into_iter().chain(whole) {
            assert_eq!(draw(&picture, &*engine).1, [], "{}", picture.id);
            let found = draw(&picture, &DagreEngine).1;
            assert!(!found.iter().any(|fault| fault.misleads()), "{}: {found:?}", picture.id);
            count += 1;
        }
    }
    assert!(count >= 10, "{count} pictures");
}

/// How far things that two pictures share lie apart once one is laid upon the other as well as possible, and how many pairs changed sides.
fn moved(one: (&Diagram, &Geometry), other: (&Diagram, &Geometry)) -> (f64, f64) {
    let centres = |(diagram, geometry): (&Diagram, &Geometry)| -> Vec<(String, Point)> {
        diagram.nodes.iter().zip(&geometry.nodes).map(|(node, rect)| (node.id.clone(), rect.centre())).collect()
    };
    let (before, after) = (centres(one), centres(other));
    let pairs: Vec<(Point, Point)> =
        before.iter().filter_map(|(id, a)| after.iter().find(|(other, _)| other == id).map(|(_, b)| (*a, *b))).collect();
    let count = pairs.len() as f64;
    let mean = |of: fn(&(Point, Point)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (dx, dy) = (mean(|(a, b)| b.x - a.x), mean(|(a, b)| b.y - a.y));
    let far = pairs.iter().map(|(a, b)| (b.x - a.x - dx).hypot(b.y - a.y - dy)).sum::<f64>() / count;
    let (mut flips, mut all) = (0, 0);
    for (i, (a, b)) in pairs.iter().enumerate() {
        for (c, d) in &pairs[i + 1..] {
            let apart = |from: f64, to: f64| (from - to).abs() > 40.0;
            all += 2;
            flips += usize::from(apart(a.x, c.x) && apart(b.x, d.x) && (a.x < c.x) != (b.x < d.x));
            flips += usize::from(apart(a.y, c.y) && apart(b.y, d.y) && (a.y < c.y) != (b.y < d.y));
        }
    }
    (far, flips as f64 / f64::from(all.max(1)))
}

/// The view with one thing more: a box with a flow, a port, a flow.
fn changed(view: &Diagram) -> [(&'static str, Diagram); 3] {
    let edge = |source, target| Edge {
        id: "new.flow".to_owned(),
        name: "New flow".to_owned(),
        carries: vec![Carried { name: "Measurement".to_owned(), class: None }],
        protocol: None,
        source,
        target,
        two_way: false,
        fetched: false,
        movement: false,
        counts: Counts::default(),
        controls: ControlCounts::default(),
    };
    let within = view.nodes.iter().position(|node| node.parent.is_some()).unwrap_or(0);
    let mut node = view.clone();
    node.nodes.push(Node {
        id: "new.node".to_owned(),
        name: "New process".to_owned(),
        type_name: None,
        shape: NodeShape::Process,
        parent: view.nodes[within].parent,
        counts: Counts::default(),
        controls: ControlCounts::default(),
    });
    node.edges.push(edge(End::Node(within), End::Node(view.nodes.len())));
    let mut port = view.clone();
    port.ports.push(PortMark {
        id: "new.port".to_owned(),
        name: "New port".to_owned(),
        owner: End::Node(within),
        counts: Counts::default(),
        controls: ControlCounts::default(),
    });
    let mut flow = view.clone();
    flow.edges.push(edge(End::Node(0), End::Node(view.nodes.len() - 1)));
    [("node", node), ("port", port), ("flow", flow)]
}

/// Mean displacement in pixels and share of changed orders, over all small changes of all views of the ventilator.
fn stability(engine: &dyn Fn(&Diagram, &Diagram, &Geometry) -> Geometry) -> (f64, f64) {
    let (mut far, mut flips, mut count) = (0.0, 0.0, 0.0);
    for view in views("ventilator") {
        let before = draw(&view, &*default_engine()).0;
        for (what, changed) in changed(&view) {
            let after = engine(&view, &changed, &before);
            let (f, o) = moved((&view, &before), (&changed, &after));
            println!("{} with one {what} more: {f:.0} px, {:.1} % of the orders", view.id, o * 100.0);
            far += f;
            flips += o;
            count += 1.0;
        }
    }
    (far / count, flips / count)
}

#[test]
fn one_thing_more_moves_the_rest_only_so_far() {
    let (far, flips) = stability(&|_, changed, _| draw(changed, &*default_engine()).0);
    println!("mean: {far:.0} px, {:.1} %", flips * 100.0);
    assert!(far < 250.0 && flips < 0.10, "{far} px, {flips}");
}

#[test]
fn pinned_things_stay_where_they_are() {
    let (far, flips) = stability(&|view, changed, before| {
        let pinned = pins(&size(view), before);
        let (geometry, found) = draw(changed, &PinnedEngine::new(&pinned));
        assert!(!found.iter().any(|fault| fault.misleads()), "{}: {found:?}", view.id);
        geometry
    });
    println!("mean: {far:.0} px, {:.1} %", flips * 100.0);
    assert!(far < 150.0 && flips < 0.01, "{far} px, {flips}");
}

#[test]
fn pinned_layouts_are_kept_and_say_when_they_no_longer_fit() {
    let model = Model::of(
        "system s \"S\" {}\nboundary b \"B\" {\n  process p \"P\" : EmbeddedLinux {}\n  store q \"Q\" : FlashStore {}\n}\n\
         flow f \"F\": b.p -> b.q over LocalFile {}\nview v \"V\" { of: [b] }\n",
    );
    let build = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_ward"))
            .args(["build", "--color", "never"])
            .args(arguments)
            .arg(model.path())
            .output()
            .expect("Ward runs");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    build(&["--pin-layout"]);
    let (layout, picture) = (model.read("layout.toml"), model.read("out/dfd-v.svg"));
    assert!(layout.contains("[\"v\"]") && layout.contains("\"b.p\" = ["), "{layout}");
    let told = build(&[]);
    assert!(!told.contains("pinned layout"), "{told}");
    assert_eq!(model.read("out/dfd-v.svg"), picture);
    build(&["--pin-layout"]);
    assert_eq!(model.read("layout.toml"), layout);
    model.edit("m.tm", "  store q", "  process r \"R\" : EmbeddedLinux {}\n  store q");
    let told = build(&[]);
    assert!(told.contains("the pinned layout of view `v` no longer fits: `b.r` is new"), "{told}");
    model.write("layout.toml", "[v]\n\"b.p\" = [1, 2, 3]\n");
    let told = build(&[]);
    assert!(told.contains("TM0502") && told.contains("layout.toml:2"), "{told}");
    model.write("layout.toml", "[v]\n\"b.p\" = [1, 2, 3, -4]\n");
    let told = build(&[]);
    assert!(told.contains("the place of `b.p` is no place"), "{told}");
}

#[test]
#[ignore = "prints the table of `docs/diagrams.md`; needs an installed Graphviz"]
fn figures_of_all_engines() {
    println!("| view | engine | crossings | bends | length | size | faults |\n| --- | --- | ---: | ---: | ---: | --- | --- |");
    let (elk, dot) = (default_engine(), DotEngine { runner: &Dot });
    for view in all_views() {
        let engines: [(&str, &dyn LayoutEngine); 3] = [("elk", &*elk), ("dagre", &DagreEngine), ("dot", &dot)];
        for (name, engine) in engines {
            let sized = size(&view);
            match engine.layout(&sized) {
                Ok(geometry) => {
                    let (f, found) = (figures(&geometry), faults(&sized, &geometry));
                    let misleading = found.iter().filter(|fault| fault.misleads()).count();
                    println!(
                        "| {} | {name} | {} | {} | {:.0} | {:.0} × {:.0} | {} ({misleading} misleading) |",
                        view.id,
                        f.crossings,
                        f.bends,
                        f.length,
                        geometry.width,
                        geometry.height,
                        found.len()
                    );
                }
                Err(error) => println!("| {} | {name} | – | – | – | – | {error} |", view.id),
            }
        }
    }
}

struct Dot;

impl RunDot for Dot {
    fn run(&self, dot: &str) -> Result<String, DotError> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("view.dot");
        fs::write(&file, dot).expect("a file");
        let output = std::process::Command::new("dot").arg("-Tjson0").arg(&file).output().map_err(|_| DotError::NotInstalled)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
