//! Views: which there are, what their pictures draw and what their texts say (rows B1, B2, B4 to B9 and B11).

use std::collections::{BTreeMap, BTreeSet};

use ward::report::build::{Circumstances, Wanted, build};
use ward::report::diagram::Diagram;
use ward::report::{Report, ViewRow};

use super::kit::{EXAMPLES, Model, check_html};
use super::world::{files_in, folder};
use crate::world::compile_texts;

/// The report of an example, from the library, so that pictures can be looked into.
fn report(name: &str) -> Report {
    let folder = folder(&format!("examples/{name}"));
    let mut texts: Vec<(String, String)> = vec![];
    for file in files_in(&folder, "tm") {
        let text = std::fs::read_to_string(&file).expect("a model");
        texts.push((file.file_name().expect("a name").to_string_lossy().into_owned(), text));
    }
    let root = texts.iter().position(|(file, _)| *file == format!("{name}.tm")).expect("a root");
    texts.swap(0, root);
    report_of(&texts)
}

fn report_of(texts: &[(String, String)]) -> Report {
    let mut session = ward::session::Session::default();
    let compilation = compile_texts(&mut session, texts);
    let wanted = Wanted { diagrams: true, ports: true, ..Wanted::default() };
    build(&compilation, session.sources(), &Circumstances { wanted, ..Circumstances::default() })
}

fn small(text: &str) -> Report {
    report_of(&[("m.tm".to_owned(), format!("import std.medical\n{text}"))])
}

fn attacks(diagram: &Diagram) -> bool {
    diagram.edges.iter().any(|edge| edge.movement)
}

fn drawn(diagram: &Diagram) -> Vec<&str> {
    let frames = diagram.frames.iter().map(|frame| frame.id.as_str());
    let nodes = diagram.nodes.iter().map(|node| node.id.as_str());
    let ports = diagram.ports.iter().map(|port| port.id.as_str());
    frames.chain(nodes).chain(ports).chain(diagram.edges.iter().map(|edge| edge.id.as_str())).collect()
}

fn view<'r>(report: &'r Report, id: &str) -> &'r ViewRow {
    report.views.iter().find(|view| view.id == id).unwrap_or_else(|| panic!("no view {id}"))
}

fn picture<'r>(report: &'r Report, id: &str) -> &'r Diagram {
    report.diagrams.iter().find(|diagram| diagram.id == id).unwrap_or_else(|| panic!("no picture {id}"))
}

/// The section of a view in the document.
fn section(page: &str, id: &str) -> String {
    let from = page.find(&format!("\n## `{id}` ")).unwrap_or_else(|| panic!("no section of {id}"));
    let rest = &page[from + 1..];
    rest[..rest.find("\n## ").unwrap_or(rest.len())].to_owned()
}

#[test]
fn every_element_is_drawn_somewhere_and_everything_drawn_is_in_the_model() {
    for name in EXAMPLES {
        let report = report(name);
        let mut known: BTreeSet<&str> = report.elements.iter().map(|element| element.id.as_str()).collect();
        known.extend(report.flows.iter().map(|flow| flow.id.as_str()));
        let all: BTreeSet<&str> = report.diagrams.iter().flat_map(drawn).collect();
        assert!(known.len() > 60 && report.diagrams.len() > 10, "{name}");
        assert_eq!(known.difference(&all).collect::<Vec<_>>(), Vec::<&&str>::new(), "{name}: in no picture");
        // an attacker's positions and movements are no elements: the attack path view alone draws them
        let of_flows: BTreeSet<&str> = report.diagrams.iter().filter(|diagram| !attacks(diagram)).flat_map(drawn).collect();
        assert_eq!(of_flows.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new(), "{name}: not in the model");
        for diagram in &report.diagrams {
            let ids: BTreeMap<&str, usize> = drawn(diagram).into_iter().fold(BTreeMap::new(), |mut counts, id| {
                *counts.entry(id).or_default() += 1;
                counts
            });
            assert!(ids.values().all(|count| *count == 1), "{name}, {}: drawn twice", diagram.id);
        }
    }
}

#[test]
fn no_flow_is_labelled_by_its_protocol_alone() {
    for name in EXAMPLES {
        for diagram in report(name).diagrams {
            for edge in &diagram.edges {
                assert!(!edge.name.is_empty() && !edge.carries.is_empty(), "{name}, {}: {}", diagram.id, edge.id);
            }
        }
    }
}

#[test]
fn the_text_of_a_view_mentions_everything_in_its_picture() {
    for name in EXAMPLES {
        let model = Model::example(name);
        let page = model.ward(&["emit", "views"]).printed.replace('\\', "");
        let report = report(name);
        for diagram in &report.diagrams {
            let section = section(&page, &diagram.id);
            let frames = diagram.frames.iter().map(|frame| &frame.name);
            let names =
                frames.chain(diagram.nodes.iter().map(|node| &node.name)).chain(diagram.ports.iter().map(|port| &port.name));
            for element in names {
                assert!(section.contains(element.as_str()), "{name}, {}: {element}", diagram.id);
            }
            for edge in &diagram.edges {
                let told =
                    if edge.movement { format!("{}, from ", edge.name) } else { format!("**{}** `{}`", edge.name, edge.id) };
                assert!(section.contains(&told), "{name}, {}: {}", diagram.id, edge.id);
            }
        }
        // each crossing flow says what protects it, what is missing, or what nobody has stated
        for line in page.lines().filter(|line| line.contains("It crosses ")) {
            let said = ["Protected: ", "Missing: ", "Not stated: ", "A signal "];
            assert!(said.iter().any(|words| line.contains(words)), "{name}: {line}");
        }
    }
}

#[test]
fn a_global_view_has_each_aspect_or_asks_for_the_reason() {
    let found = report("ventilator");
    let global = view(&found, "global");
    let absent: Vec<&str> = global.aspects.iter().filter(|row| row.elements.is_empty()).map(|row| row.title.as_str()).collect();
    assert_eq!(global.aspects.len(), 5);
    assert_eq!(absent, ["home network of the patient"]);
    assert!(global.aspects.iter().all(|row| !row.elements.is_empty() || row.absent_because.is_some()));

    let bare = Model::of("boundary unit \"Unit\" : DeviceEnclosure { process app \"App\" : Firmware {} }");
    let page = bare.ward(&["emit", "views"]).printed;
    assert!(
        section(&page, "global-system").contains("why is not stated; a view of this type says it with `no_cloud:`"),
        "{page}"
    );
}

#[test]
fn an_update_is_told_from_its_making_to_the_running_device() {
    let ventilator = report("ventilator");
    let steps = &view(&ventilator, "update_path").update;
    let order: Vec<&str> = steps.iter().filter_map(|step| step.step.as_deref()).collect();
    let place = |step: &str| order.iter().position(|one| *one == step).unwrap_or_else(|| panic!("no {step} in {order:?}"));
    let expected = ["build", "sign", "host", "transport", "take over", "install", "keep", "verify", "run"];
    let places: Vec<usize> = expected
        .iter()
        .map(|step| if *step == "keep" { order.iter().rposition(|one| one == step).unwrap() } else { place(step) })
        .collect();
    assert!(places.is_sorted(), "{order:?}");
    let last = steps.last().expect("steps");
    assert!(last.on_device && last.step.as_deref() == Some("run"));
    assert!(steps.iter().all(|step| !step.actor.is_empty()));
    assert!(steps.iter().any(|step| step.uncontrolled.contains(&"Service USB stick".to_owned())));
    assert!(steps.iter().any(|step| step.failure.iter().any(|text| text.contains("leaves a version that works"))));
}

#[test]
fn a_way_to_several_patients_is_told_or_where_it_stops() {
    for name in EXAMPLES {
        let report = report(name);
        let several = report.views.iter().find(|view| !view.several.is_empty()).expect("the view is never empty");
        for way in &several.several {
            assert!(way.target.is_some() || way.stop.is_some(), "{name}: {}", way.position);
            assert!(way.target.is_none() || !way.hops.is_empty(), "{name}: {}", way.position);
        }
    }
    // one device for one patient: the way that was considered, and where it stops
    let alone = "harm burn \"Burn\" { severity: serious }
        data heat \"Heat\" : TherapyCommand { harms: [burn] }
        actor patient \"Patient\" : PatientUser
        boundary pad \"Pad\" : DeviceEnclosure {
            process heater \"Heater\" : Firmware { port keys \"Keys\" : Keypad { purpose: \"Sets the heat.\" } }
        }
        flow set \"Setting\": patient -> pad.heater.keys over OperatorInterface { carries: [heat] }";
    let report = small(alone);
    let several = &view(&report, "multi-patient").several;
    assert!(
        several.iter().any(|way| !way.hops.is_empty() && way.stop.as_ref().is_some_and(|stop| stop.starts_with("at "))),
        "{several:?}"
    );
}

#[test]
fn each_function_on_which_harm_depends_has_a_story() {
    for name in EXAMPLES {
        let report = report(name);
        let functions: BTreeSet<Option<&str>> =
            report.views.iter().filter(|view| view.sequence).map(|view| view.type_name.as_deref()).collect();
        assert_eq!(functions, BTreeSet::from([Some("Security use case")]), "{name}");
    }
    let model = "harm burn \"Burn\" { severity: serious }
        data heat \"Heat\" : TherapyCommand { harms: [burn] }
        data bell \"Bell\" : Alarm { harms: [burn] }
        data bulk \"Bulk\" : LogData {}
        boundary pad \"Pad\" : DeviceEnclosure {
            process heater \"Heater\" : Firmware {}
            process knob \"Knob\" : Firmware {}
            process log \"Log\" : Firmware {}
        }
        flow warn \"Warning\": pad.heater -> pad.knob over Uart { carries: [bell] }
        flow set \"Setting\": pad.knob -> pad.heater over Uart { carries: [heat] }
        flow note \"Note\": pad.heater -> pad.log over Uart { carries: [bulk] }";
    let report = small(model);
    let stories: Vec<&str> = report.views.iter().filter(|view| view.sequence).map(|view| view.id.as_str()).collect();
    assert_eq!(stories, ["use-case-delivery", "use-case-alarming"]);
    assert!(view(&report, "use-case-alarming").states.is_empty());
    // a view of the model takes the place of the derived one
    let tuned = small(&format!("{model}\nview ringing \"Ringing\" : UseCaseView {{ function: alarming, states: [failure] }}"));
    let stories: Vec<&str> = tuned.views.iter().filter(|view| view.sequence).map(|view| view.id.as_str()).collect();
    assert_eq!(stories, ["ringing", "use-case-delivery"]);
    assert_eq!(view(&tuned, "ringing").states, ["failure"]);
    assert_eq!(picture(&tuned, "ringing").edges.len(), 1);
}

#[test]
fn an_end_user_sees_the_ports_of_the_listing_and_nothing_inside() {
    for (name, id) in [("ventilator", "sockets"), ("inhaler", "connections")] {
        let report = report(name);
        let diagram = picture(&report, id);
        let device = match name {
            "ventilator" => "hospital.icu.breva",
            _ => "home.around.inhaler",
        };
        let inside = |id: &&str| id.starts_with(&format!("{device}."));
        let listed: BTreeSet<(&str, &str)> = report.ports.iter().map(|port| (port.id.as_str(), port.name.as_str())).collect();
        for port in &diagram.ports {
            assert!(listed.contains(&(port.id.as_str(), port.name.as_str())), "{name}: {}", port.id);
        }
        let of_device = listed.iter().filter(|(id, _)| inside(id)).count();
        assert_eq!(diagram.ports.len(), of_device, "{name}");
        let shapes =
            diagram.nodes.iter().map(|node| node.id.as_str()).chain(diagram.frames.iter().map(|frame| frame.id.as_str()));
        assert_eq!(shapes.filter(inside).collect::<Vec<_>>(), Vec::<&str>::new(), "{name}");
        // neither does the text: no part of the device, no control
        let page = Model::example(name).ward(&["emit", "views"]).printed;
        let text = section(&page, id);
        let parts = report
            .elements
            .iter()
            .filter(|element| inside(&element.id.as_str()) && !["port", "flow"].contains(&element.kind.as_str()));
        for part in parts {
            assert!(
                !text.contains(&format!(" {} ", part.name)) && !text.contains(&format!("**{}**", part.name)),
                "{name}: {}",
                part.name
            );
        }
        for control in &report.controls {
            assert!(!text.contains(&control.name), "{name}: {}", control.name);
        }
    }
}

const UNIT: &str = "boundary unit \"Unit\" : DeviceEnclosure { process app \"App\" : Firmware {} }\n";

#[test]
fn a_view_that_is_left_out_has_its_reason() {
    let omitted = Model::of(&format!("{UNIT}view several : MultiPatientView {{ omit: \"One device, one patient\" }}\n"));
    let page = omitted.ward(&["emit", "views"]).printed;
    assert!(page.contains("`several` **several** Left out by the manufacturer: One device, one patient."), "{page}");
    assert!(!page.contains("## `multi-patient`"), "{page}");
    // what cannot be made says so by itself
    assert!(page.contains("`update` **Updatability and patchability view** Cannot be made: No flow carries software"), "{page}");
}

#[test]
fn an_element_that_the_views_leave_out_is_named() {
    let text = format!(
        "{UNIT}view none : BoundaryView {{ omit: \"Too small.\" }}\nview whole : GlobalSystemView {{ omit: \"Too small.\" }}\n"
    );
    let model = Model::of(&text);
    let folder = tempfile::tempdir().expect("a folder");
    model.ward(&["build", "-o", folder.path().to_str().expect("UTF-8")]).ends(0, &["no picture shows `unit.app`"]);
    let report = small(&text);
    assert_eq!(report.in_no_picture, ["unit.app"]);
    assert!(small(UNIT).in_no_picture.is_empty());
}

#[test]
fn a_view_filters_by_a_derived_attribute_of_the_model() {
    let report = small(&format!(
        "{UNIT}data bell \"Bell\" : Alarm {{}}
        data bulk \"Bulk\" : LogData {{}}
        external lamp \"Lamp\"
        external disk \"Disk\"
        flow ring \"Ring\": unit.app -> lamp {{ carries: [bell] }}
        flow save \"Save\": unit.app -> disk {{ carries: [bulk] }}
        define flow.rings : bool = any d in self.carries where (d is Alarm)
        view alarms \"Alarms\" {{ flows_where: rings }}"
    ));
    let ids = drawn(picture(&report, "alarms"));
    assert_eq!(ids, ["unit", "unit.app", "lamp", "ring"]);
}

#[test]
fn clauses_that_views_are_made_for_are_in_the_library() {
    let clauses: String =
        ["fda", "n60"].iter().map(|name| std::fs::read_to_string(format!("stdlib/{name}.tm")).expect("a module")).collect();
    let report = report("ventilator");
    let served: BTreeSet<&str> = report.views.iter().flat_map(|view| &view.clauses).map(|clause| clause.id.as_str()).collect();
    assert_eq!(served.len(), 5);
    for id in served {
        assert!(clauses.contains(&format!("id:           \"{id}\"")), "{id}");
    }
}

/// Every figure of the document is a file beside it, and the number of figures is that of the drawings.
#[test]
fn the_figures_of_the_document_are_the_drawings_beside_it() {
    for name in EXAMPLES {
        let built = Model::example(name).build();
        let page = &built["views.md"];
        let shown: Vec<&str> =
            page.lines().filter_map(|line| Some(line.strip_prefix("![")?.split_once("](")?.1.trim_end_matches(')'))).collect();
        assert!(shown.iter().all(|file| built.contains_key(*file)), "{name}: {shown:?}");
        let mut files: Vec<&str> = shown.clone();
        files.sort_unstable();
        let drawn: Vec<&str> =
            built.keys().map(String::as_str).filter(|file| file.starts_with("dfd-") && file.ends_with(".svg")).collect();
        assert_eq!(files, drawn, "{name}");
        for number in 1..=shown.len() {
            assert_eq!(page.matches(&format!("**Figure {number}.**")).count(), 1, "{name}: figure {number}");
        }
        let html = &built["views.html"];
        check_html("views.html", html);
        assert_eq!(html.matches("<figure>").count(), shown.len(), "{name}");
        assert_eq!(html.matches("<svg ").count(), shown.len(), "{name}");
    }
}

/// A customer gets the views that are made for him, and no word of the others.
#[test]
fn a_customer_sees_the_views_for_customers_only() {
    let model = Model::example("ventilator");
    let all = model.ward(&["emit", "views", "-o", "-"]);
    let some = model.ward(&["emit", "views", "--profile", "customer", "-o", "-"]);
    all.prints(&["## `sockets`", "## `wards`", "Views that are left out"]);
    some.prints(&["## `sockets`", "dfd-sockets.svg"]);
    for internal in ["`wards`", "left out", "Made for", "controls:", "attack"] {
        assert!(!some.printed.contains(internal), "{internal}");
    }
}
