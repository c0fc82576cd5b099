//! For tests: what [`filled`] leaves empty because the documents of engineers do not show it, so that customers' documents are held to all of it.

use super::sample_filled::filled;
use crate::report::*;

/// A report in which no field is empty; every text is made by `fill` from the name of its field.
pub(super) fn complete(fill: &dyn Fn(&str) -> String) -> Report {
    let mut report = filled(fill);
    report.elements = vec![element(fill)];
    report.flows = vec![flow(fill)];
    report.data = vec![data(fill)];
    report.controls = vec![control(fill)];
    report.control_categories = vec![fill("category.of.control")];
    report.rubric_questions =
        vec![RubricQuestionRow { code: fill("rubric.code"), metric: fill("rubric.metric"), question: fill("rubric.question") }];
    report.rubrics = vec![RubricRow {
        threat: fill("rubric.threat"),
        answers: vec![RubricAnswerRow {
            code: fill("rubric.code"),
            answer: fill("rubric.answer"),
            because: vec![fill("rubric.because")],
        }],
        proposal: Some(VectorRow { vector: fill("rubric.vector"), score: fill("rubric.score"), rating: fill("rubric.rating") }),
    }];
    for software in &mut report.software {
        software.own_code = Some(false);
        software.covered_by = Some(fill("software.covered_by"));
        software.vex = software.bill.clone().into_iter().collect();
        software.place = fill("software.place");
        for component in &mut software.components {
            component.hashes = vec![fill("component.hash")];
            component.support_until = Some(fill("component.until"));
        }
    }
    report.views = vec![view(fill), ViewRow { left_out: Some(left_out(fill)), ..view(fill) }];
    report.instructions = instructions(fill);
    report.form = vec![form(fill)];
    report
}

fn form(all: &dyn Fn(&str) -> String) -> FormRow {
    let fill = |field: &str| all(&format!("form.{field}"));
    FormRow {
        form: fill("title"),
        id: fill("id"),
        section: fill("section"),
        asked: fill("asked"),
        evidence_tag: fill("tag"),
        answer: Some(fill("answer")),
        note: fill("note"),
        elements: vec![FormElement { told: fill("told"), id: fill("element"), place: fill("place") }],
        stated_at: Some(fill("stated_at")),
        stated_by: Some(fill("stated_by")),
    }
}

fn fact(fill: &dyn Fn(&str) -> String) -> FactRow {
    FactRow {
        element: fill("known.element"),
        attribute: fill("known.attribute"),
        value: fill("known.value"),
        origin: fill("known.origin"),
        place: fill("known.place"),
    }
}

fn element(fill: &dyn Fn(&str) -> String) -> ElementRow {
    let fill_of = |field: &str| fill(&format!("element.{field}"));
    ElementRow {
        id: fill_of("id"),
        name: fill_of("name"),
        kind: fill_of("kind"),
        type_name: Some(fill_of("type")),
        parent: Some(fill_of("parent")),
        boundaries: vec![fill_of("boundary")],
        purpose: Some(fill_of("purpose")),
        documentation: Some(fill_of("documentation")),
        place: fill_of("place"),
        facts: vec![fact(fill)],
    }
}

fn flow(fill: &dyn Fn(&str) -> String) -> FlowRow {
    let fill_of = |field: &str| fill(&format!("flow.{field}"));
    FlowRow {
        id: fill_of("id"),
        name: fill_of("name"),
        source: fill_of("source"),
        target: fill_of("target"),
        source_name: fill_of("source_name"),
        target_name: fill_of("target_name"),
        two_way: true,
        initiator: fill_of("initiator"),
        protocol: Some(fill_of("protocol")),
        carries: Some(vec![fill_of("carries")]),
        crosses: vec![fill_of("crosses")],
        documentation: Some(fill_of("documentation")),
        place: fill_of("place"),
        facts: vec![fact(fill)],
    }
}

fn data(fill: &dyn Fn(&str) -> String) -> DataRow {
    let fill = |field: &str| fill(&format!("data.{field}"));
    DataRow {
        id: fill("id"),
        name: fill("name"),
        type_name: Some(fill("type")),
        confidentiality: Some(fill("confidentiality")),
        integrity: Some(fill("integrity")),
        availability: Some(fill("availability")),
        harms: vec![fill("harm")],
        carried_by: vec![fill("carried_by")],
        held_by: vec![fill("held_by")],
    }
}

fn control(fill: &dyn Fn(&str) -> String) -> ControlRow {
    let fill = |field: &str| fill(&format!("control.{field}"));
    let some = |field: &str| Some(fill(field));
    ControlRow {
        id: fill("id"),
        name: fill("name"),
        type_name: some("type"),
        measure: some("measure"),
        class: some("class"),
        status: some("status"),
        description: some("description"),
        requirement: some("requirement"),
        acceptance_criterion: some("criterion"),
        verification: vec![fill("verification")],
        result: some("result"),
        fda_category: some("category"),
        side_effects: some("side_effects"),
        evidence: vec![fill("evidence")],
        protects: vec![fill("protects")],
        counters: vec![fill("counters")],
        outside: true,
    }
}

fn clause(all: &dyn Fn(&str) -> String, of: &str) -> ClauseUse {
    let fill = |field: &str| all(&format!("{of}.{field}"));
    ClauseUse {
        id: fill("served.id"),
        title: fill("served.title"),
        standard: fill("served.standard"),
        binding: fill("served.binding"),
        evidence_tag: fill("served.tag"),
    }
}

fn left_out(fill: &dyn Fn(&str) -> String) -> LeftOut {
    LeftOut { on_purpose: true, reason: fill("view.reason") }
}

fn view(all: &dyn Fn(&str) -> String) -> ViewRow {
    let fill = |field: &str| all(&format!("view.{field}"));
    let port = ViewPort { id: fill("port.id"), name: fill("port.name"), default_state: Some(fill("port.state")), used: true };
    ViewRow {
        id: fill("id"),
        title: fill("title"),
        type_name: Some(fill("type")),
        why: Some(fill("why")),
        clauses: vec![clause(all, "view")],
        for_customers: true,
        sequence: false,
        left_out: None,
        states: vec![fill("state")],
        elements: vec![ViewElement {
            id: fill("element.id"),
            name: fill("element.name"),
            kind: fill("element.kind"),
            within: Some(fill("element.within")),
            parent: Some(fill("element.parent")),
            purpose: Some(fill("element.purpose")),
            opened: false,
            ports: vec![port],
        }],
        flows: vec![ViewFlow {
            id: fill("flow.id"),
            name: fill("flow.name"),
            source: fill("flow.source"),
            target: fill("flow.target"),
            two_way: true,
            carries: vec![fill("flow.carries")],
            protocol: Some(fill("flow.protocol")),
            crosses: vec![fill("flow.crosses")],
            signal_only: false,
            protected: vec![fill("flow.protected")],
            missing: vec![fill("flow.missing")],
            unknown: vec![fill("flow.unknown")],
            controls: vec![ControlUse {
                id: fill("control.id"),
                name: fill("control.name"),
                measure: Some(fill("control.measure")),
                class: Some(fill("control.class")),
                status: Some(fill("control.status")),
                evidence: vec![fill("control.evidence")],
            }],
            on_failure: vec![fill("flow.on_failure")],
        }],
        hops: vec![fill("hop")],
        aspects: vec![AspectRow {
            title: fill("aspect"),
            elements: vec![fill("aspect.element")],
            absent_because: Some(fill("aspect.reason")),
            attribute: fill("aspect.attribute"),
        }],
        update: vec![UpdateStep {
            flow: fill("step.flow"),
            name: fill("step.name"),
            step: Some(fill("step")),
            source: fill("step.source"),
            target: fill("step.target"),
            actor: fill("step.actor"),
            uncontrolled: vec![fill("step.uncontrolled")],
            verified: vec![fill("step.verified")],
            failure: vec![fill("step.failure")],
            on_device: true,
        }],
        several: Vec::new(),
    }
}

fn instructions(all: &dyn Fn(&str) -> String) -> Instructions {
    let fill = |field: &str| all(&format!("ifu.{field}"));
    let some = |field: &str| Some(fill(field));
    Instructions {
        chapters: vec![ChapterRow { title: fill("chapter"), headings: headings(all) }],
        loose: vec![text(all, "loose")],
        device_ports: vec![all("port.id.used")],
        requirements: vec![requirement(all)],
        unrequired: vec![AskedRow { id: fill("asked.id"), title: fill("asked.title"), asks: fill("asked.asks") }],
        environment: vec![MeasureRow {
            id: fill("measure.id"),
            name: fill("measure.name"),
            told: some("measure.told"),
            importance: some("measure.importance"),
            owner: fill("measure.owner"),
            reason: some("measure.reason"),
            protects: vec![fill("measure.protects")],
            threats: vec![fill("measure.threat")],
        }],
        sentences: vec![SentenceRow {
            references: vec![fill("sentence.reference")],
            text: fill("sentence.text"),
            recipient: some("sentence.recipient"),
            concerns: vec![fill("sentence.concerns")],
            threats: vec![fill("sentence.threat")],
            remarks: vec![fill("sentence.remark")],
        }],
        settings: vec![SettingRow {
            id: fill("setting.id"),
            name: fill("setting.name"),
            port: false,
            as_shipped: some("setting.as_shipped"),
            choices: some("setting.choices"),
            effect: some("setting.effect"),
            risk: some("setting.risk"),
            changed_by: vec![fill("setting.by")],
        }],
        events: vec![EventRow {
            name: fill("event.name"),
            noticed: some("event.noticed"),
            action: some("event.action"),
            recorded: some("event.recorded"),
        }],
        logs: vec![LogRow {
            name: fill("log.name"),
            data: vec![fill("log.data")],
            capacity: some("log.capacity"),
            format: some("log.format"),
            export: some("log.export"),
            when_full: some("log.full"),
        }],
        roles: vec![RoleRow {
            name: fill("role.name"),
            privileges: some("role.privileges"),
            credentials: some("role.credentials"),
            ports: vec![fill("role.port")],
        }],
        logins: vec![LoginRow { name: fill("login.name"), login: fill("login.how"), emergency: some("login.emergency") }],
        streams: vec![stream(all)],
        hosted: vec![HostedRow {
            name: fill("hosted.name"),
            purpose: some("hosted.purpose"),
            hosted_at: some("hosted.at"),
            data: vec![HeldRow { name: fill("held.name"), encrypted: some("held.encrypted"), backed_up: some("held.copy") }],
        }],
        features: vec![FeatureRow {
            id: fill("feature.id"),
            layer: some("feature.layer"),
            told: fill("feature.told"),
            evidence: vec![fill("feature.evidence")],
        }],
        updates: vec![UpdateRow { names: vec![fill("update.name")], check: fill("update.check") }],
        contact: some("contact"),
        update_notice: some("notice"),
        version_shown: some("version"),
        bill_access: some("bill"),
    }
}

/// One with a text, and one of which nobody has written anything yet.
fn headings(all: &dyn Fn(&str) -> String) -> Vec<HeadingRow> {
    let heading = |texts: Vec<TextRow>, shows: Vec<Content>| HeadingRow {
        id: all("ifu.heading.id"),
        title: all("ifu.heading.title"),
        readers: vec![all("ifu.reader")],
        clauses: vec![clause(all, "ifu")],
        shows,
        texts,
        asks: Some(all("ifu.asks")),
    };
    vec![heading(vec![text(all, "text")], Content::ALL.to_vec()), heading(Vec::new(), vec![Content::Guide])]
}

fn text(all: &dyn Fn(&str) -> String, of: &str) -> TextRow {
    let fill = |field: &str| all(&format!("ifu.{of}.{field}"));
    TextRow { id: fill("id"), title: fill("title"), text: fill("says"), place: fill("place"), library: false }
}

fn requirement(all: &dyn Fn(&str) -> String) -> RequirementRow {
    let fill = |field: &str| all(&format!("ifu.requirement.{field}"));
    RequirementRow {
        id: fill("id"),
        kind: fill("kind"),
        text: fill("says"),
        importance: fill("importance"),
        nothing_needed: false,
        owner: Some(fill("owner")),
        measured_by: Some(fill("measured_by")),
        if_false: Some(fill("if_false")),
        concerns: vec![fill("concerns")],
        relied_on_by: vec![fill("relying")],
        threats: vec![fill("threat")],
        place: fill("place"),
    }
}

fn stream(all: &dyn Fn(&str) -> String) -> StreamRow {
    let fill = |field: &str| all(&format!("ifu.stream.{field}"));
    StreamRow {
        id: fill("id"),
        name: fill("name"),
        source: fill("source"),
        target: fill("target"),
        two_way: true,
        initiator: fill("initiator"),
        port: Some(fill("port")),
        protocol: Some(fill("protocol")),
        address: Some(fill("address")),
        data: vec![fill("data")],
        encryption: Some(fill("encryption")),
        integrity: Some(fill("integrity")),
        authentication: Some(fill("authentication")),
    }
}
