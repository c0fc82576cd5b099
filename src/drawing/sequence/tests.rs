//! Nothing overlaps, nothing is cut, nothing a user wrote becomes markup.

use super::*;
use crate::drawing::geometry::Point;
use crate::drawing::samples;
use crate::report::diagram::{Counts, End};

fn well_formed(svg: &str) {
    if let Err(error) = roxmltree::Document::parse(svg) {
        panic!("{error}\n{svg}");
    }
}

#[track_caller]
fn is_sound(diagram: &Diagram) {
    let sized = size(diagram);
    let plan = plan(&sized);
    let sheet = Rect { x: 0.0, y: 0.0, width: plan.width, height: plan.height };
    let labels: Vec<Rect> = plan.rows.iter().map(|row| row.label).collect();
    let boxes: Vec<Rect> = plan.heads.iter().chain(&plan.feet).chain(&labels).copied().collect();
    for (index, rect) in boxes.iter().enumerate() {
        assert!(sheet.contains(rect), "{rect:?} leaves the sheet");
        for other in &boxes[index + 1..] {
            assert!(!rect.overlaps(other), "{rect:?} lies over {other:?}");
        }
    }
    for (index, group) in plan.groups.iter().enumerate() {
        assert!(sheet.contains(&group.rect));
        assert!(group.title.width <= group.rect.width && group.rect.y + group.title.height <= plan.heads[0].y);
        for other in &plan.groups[index + 1..] {
            assert!(!group.rect.overlaps(&other.rect));
        }
    }
    for (row, label) in plan.rows.iter().zip(&labels) {
        assert!(row.text.width <= label.width && row.text.height <= label.height);
        for head in &plan.heads {
            let x = head.centre().x;
            let (top, bottom) = (Point { x, y: head.y + head.height }, Point { x, y: plan.end });
            assert!(label.clip(top, bottom).is_none(), "a text lies over a lifeline");
        }
    }
    for pair in plan.rows.windows(2) {
        let lowest = pair[0].points.iter().map(|point| point.y).fold(0.0, f64::max);
        assert!(pair[1].label.y > lowest, "time does not run downwards");
    }
    assert!(plan.rows.iter().all(|row| row.points.iter().all(|point| point.y < plan.end)));
}

#[test]
fn everything_has_its_own_place() {
    for diagram in [samples::use_case(), samples::hostile_use_case(), Diagram::default()] {
        is_sound(&diagram);
    }
    for seed in 0..60 {
        let mut diagram = samples::random(seed);
        diagram.ports.clear();
        let nodes = diagram.nodes.len();
        for (index, edge) in diagram.edges.iter_mut().enumerate() {
            edge.source = End::Node(index * 7 % nodes);
            edge.target = End::Node((index * 5 + index / 3) % nodes);
        }
        diagram.style = crate::report::diagram::Style::Sequence;
        is_sound(&diagram);
    }
}

#[test]
fn an_answer_comes_back_on_the_next_line() {
    let diagram = samples::use_case();
    let sized = size(&diagram);
    let plan = plan(&sized);
    let told: Vec<(usize, bool)> = plan.rows.iter().map(|row| (row.edge, row.response)).collect();
    assert_eq!(told, [(0, false), (1, false), (2, false), (2, true), (3, false), (4, false)]);
    let (request, answer) = (&plan.rows[2], &plan.rows[3]);
    let xs = |row: &plan::Row| -> Vec<f64> { row.points.iter().map(|point| point.x).collect() };
    assert_eq!(xs(request), xs(answer).into_iter().rev().collect::<Vec<_>>());
    assert!(answer.points[0].y > request.points[0].y);
    let first: Vec<&str> = sized.edges.iter().map(|text| text.lines[0].text.as_str()).collect();
    assert_eq!(first, ["1. Programme", "2. Order", "3. Look up", "4. Check", "5. Show"]);
}

#[test]
fn a_message_to_oneself_is_a_loop() {
    let diagram = samples::use_case();
    let sized = size(&diagram);
    let plan = plan(&sized);
    let points = &plan.rows[4].points;
    assert_eq!(points.len(), 4);
    assert_eq!(points[0].x, points[3].x);
    assert!(points[1].x > points[0].x && points[3].y > points[0].y);
}

#[test]
fn a_boundary_is_drawn_round_neighbours_only() {
    let mut diagram = samples::use_case();
    let groups = |diagram: &Diagram| plan(&size(diagram)).groups.iter().map(|group| group.frame).collect::<Vec<_>>();
    assert_eq!(groups(&diagram), [0, 1]);
    diagram.nodes.swap(2, 3);
    assert_eq!(groups(&diagram), [0, 1, 0]);
}

#[test]
fn hostile_names_stay_text() {
    let mut title = samples::title();
    title.device = "]]></title><script>alert(1)</script>\u{0}".to_owned();
    let svg = paint(&samples::hostile_use_case(), Dress::Document(&title)).0.document(&[]);
    well_formed(&svg);
    assert!(!svg.contains("<script"));
    let document = roxmltree::Document::parse(&svg).expect("it is well-formed");
    let mut ids: Vec<&str> = document.descendants().filter_map(|element| element.attribute("id")).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "two elements have one id");
}

#[test]
fn the_same_use_case_gives_the_same_bytes() {
    let mut diagram = samples::use_case();
    diagram.threat_counts = true;
    diagram.nodes[2].counts = Counts { open: 2, questions: 1 };
    let svg = paint(&diagram, Dress::Document(&samples::title())).0.document(&[]);
    well_formed(&svg);
    assert_eq!(svg, paint(&diagram, Dress::Document(&samples::title())).0.document(&[]));
    assert!(svg.contains("2 open, 1 ?") && svg.contains("request and response") && !svg.contains("external system"));
    well_formed(
        &paint(&Diagram { style: diagram.style, ..Diagram::default() }, Dress::Document(&samples::title())).0.document(&[]),
    );
}
