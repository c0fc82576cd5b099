//! For tests: a report with a text in every field that an artifact shows.

use crate::report::*;

/// A report with every text made by `fill` from the name of its field.
pub(super) fn filled(fill: &dyn Fn(&str) -> String) -> Report {
    let some = |field: &str| Some(fill(field));
    let states = [State::Open, State::Question, State::Accepted, State::Mitigated];
    Report {
        schema_version: SCHEMA_VERSION,
        title: filled_title(fill),
        scope: ScopeRow {
            intended_use: some("scope.use"),
            users: some("scope.users"),
            environment: some("scope.environment"),
            support_until: some("scope.until"),
        },
        elements: vec![ElementRow {
            id: fill("element.id"),
            name: fill("element.name"),
            place: fill("element.place"),
            ..ElementRow::default()
        }],
        ports: [true, false].map(|used| filled_port(fill, used)).into(),
        firewall: vec![FirewallRow {
            port: fill("port.id.used"),
            flow: fill("firewall.flow"),
            source: fill("firewall.source"),
            destination: fill("firewall.destination"),
            protocol: fill("firewall.protocol"),
            destination_port: fill("firewall.port"),
            purpose: fill("firewall.purpose"),
        }],
        controls: vec![ControlRow { id: fill("control.id"), evidence: vec![fill("control.evidence")], ..ControlRow::default() }],
        assumptions: vec![AssumptionRow {
            id: fill("assumption.id"),
            text: fill("assumption.text"),
            owner: Some("operator".to_owned()),
            if_false: some("assumption.if_false"),
            measured_by: some("assumption.measured_by"),
        }],
        scheme: Some(filled_scheme(fill)),
        software: vec![SoftwareRow {
            element: fill("software.id"),
            element_name: fill("software.name"),
            bill: Some(DocumentRow {
                path: fill("bill.path"),
                format: fill("bill.format"),
                author: some("bill.author"),
                made: some("bill.made"),
                missing: vec![fill("bill.missing")],
            }),
            components: vec![ComponentRow {
                name: fill("component.name"),
                version: some("component.version"),
                supplier: some("component.supplier"),
                identifier: some("component.identifier"),
                licences: vec![fill("component.licence")],
                depends_on: vec![fill("component.needs")],
                support_level: some("component.support"),
                missing: vec![fill("component.missing")],
                ..ComponentRow::default()
            }],
            vulnerabilities: vec![VulnerabilityRow {
                id: fill("vulnerability.id"),
                component: some("component.name"),
                status: "affected".to_owned(),
                made: some("vulnerability.made"),
                exploited: Some(true),
                severity: some("vulnerability.severity"),
                justification: some("vulnerability.why"),
                action: some("vulnerability.action"),
                place: fill("vulnerability.place"),
            }],
            ..SoftwareRow::default()
        }],
        threats: states.map(|state| filled_threat(fill, state)).into(),
        questions: vec![filled_question(fill)],
        coverage: filled_coverage(fill),
        attack_paths: filled_attack_paths(fill),
        paths: vec![filled_path(fill)],
        method: vec![fill("method")],
        ..Report::default()
    }
}

fn filled_attack_paths(fill: &dyn Fn(&str) -> String) -> AttackPaths {
    let fill = |field: &str| fill(&format!("attack.{field}"));
    let some = |field: &str| Some(fill(field));
    let way = || WayRow {
        position: fill("position"),
        rank: 1,
        resistance: 3,
        hops: vec![fill("hop")],
        unprotected: 1,
        names: vec![fill("hop_name")],
    };
    let control = ControlUse { name: fill("control"), evidence: vec![fill("evidence")], ..ControlUse::default() };
    let obstacle =
        ObstacleRow { text: fill("obstacle"), controls: vec![control], guaranteed: some("guarantee"), ..Default::default() };
    let hop = HopRow {
        id: fill("hop"),
        text: fill("step"),
        over: fill("over"),
        protocol: some("protocol"),
        crosses: vec![fill("crossed")],
        present: vec![obstacle],
        missing: vec![fill("missing")],
        unknown: vec![fill("unknown")],
        claimed: vec![fill("claimed")],
        findings: vec![HopFinding { id: fill("finding"), state: State::Open }],
        cut_by: vec![fill("cut")],
        ..HopRow::default()
    };
    let asset = AttackedRow {
        id: fill("asset"),
        name: fill("asset_name"),
        kind: "data".to_owned(),
        severity: some("severity"),
        harms: vec![fill("harm")],
        ways: vec![way()],
        unreached: vec![fill("position")],
        picture: some("picture"),
        pictured: vec![fill("pictured")],
    };
    AttackPaths {
        most: 3,
        positions: vec![PositionRow { id: fill("position"), name: fill("position_name"), zones: vec![fill("zone")], entries: 1 }],
        assets: vec![asset],
        hops: vec![hop],
        several_patients: vec![
            SeveralRow {
                target: some("several"),
                name: fill("several_name"),
                way: Some(way()),
                gates: vec![fill("gate")],
                ..SeveralRow::default()
            },
            SeveralRow { position: fill("position"), stop: some("stop"), ..SeveralRow::default() },
        ],
        shared: vec![SharedRow {
            id: fill("shared"),
            name: fill("shared_name"),
            what: fill("share"),
            reached_from: vec![ReachRow { position: fill("position"), resistance: 1 }],
        }],
    }
}

fn filled_path(fill: &dyn Fn(&str) -> String) -> PathRow {
    let fill = |field: &str| fill(&format!("path.{field}"));
    PathRow {
        id: fill("id"),
        name: fill("name"),
        direct: true,
        source: fill("source"),
        target: fill("target"),
        source_name: fill("source_name"),
        target_name: fill("target_name"),
        flows: vec![fill("flow")],
        protocols: vec![fill("protocol")],
        network: true,
        addressing: Some(fill("addressing")),
        details: vec![
            DetailRow { number: 1, name: fill("detail"), answer: Some(fill("answer")) },
            DetailRow { number: 2, name: fill("blank"), answer: None },
        ],
    }
}

fn filled_coverage(fill: &dyn Fn(&str) -> String) -> Coverage {
    let fill = |field: &str| fill(&format!("coverage.{field}"));
    let finding = CellFinding { id: fill("finding"), rule: fill("rule"), state: State::Open };
    let reason = Reason { text: fill("reason"), rules: vec![fill("asked")] };
    let cells = vec![Cell { findings: vec![finding], reasons: Vec::new() }, Cell { findings: Vec::new(), reasons: vec![reason] }];
    let category = || CategoryRow { id: fill("category"), name: fill("category_name"), letter: fill("letter") };
    let row = CoverageRow { element: fill("element"), name: fill("name"), kind: "process".to_owned(), cells };
    Coverage { categories: vec![category(), category()], elements: vec![row] }
}

fn filled_title(fill: &dyn Fn(&str) -> String) -> TitleBlock {
    let some = |field: &str| Some(fill(field));
    TitleBlock {
        device: fill("title.device"),
        manufacturer: some("title.manufacturer"),
        model: some("title.model"),
        udi_di: some("title.udi_di"),
        version: some("title.version"),
        revision: some("title.revision"),
        model_hash: fill("title.model_hash"),
        packs: vec![fill("title.packs")],
        generator: fill("title.generator"),
        date: some("title.date"),
        author: some("title.author"),
        reviewer: some("title.reviewer"),
        approver: some("title.approver"),
        status: some("title.status"),
        draft: true,
    }
}

fn filled_port(fill: &dyn Fn(&str) -> String, used: bool) -> PortRow {
    let some = |field: &str| Some(fill(&format!("port.{field}")));
    let list = |field: &str| vec![fill(&format!("port.{field}")), fill(&format!("port.{field}.2"))];
    PortRow {
        id: fill(if used { "port.id.used" } else { "port.id.unused" }),
        name: fill("port.name"),
        label: some("label"),
        location: some("location"),
        owner: fill("port.owner"),
        kind: fill("port.kind"),
        nature: fill("port.nature"),
        medium: some("medium"),
        protocols: list("protocol"),
        address: some("address"),
        direction: fill("port.direction"),
        initiators: list("initiator"),
        purpose: some("purpose"),
        peers: list("peer"),
        data: list("data"),
        authentication: some("authentication"),
        access: some("access"),
        roles: list("role"),
        encryption: some("encryption"),
        integrity: some("integrity"),
        default_state: some("default_state"),
        switching: some("switching"),
        required: some("required"),
        used,
        unused: some("unused"),
        evidence: list("evidence"),
        reachable_from: fill("port.reachable_from"),
        crosses: list("cross"),
        protection: some("protection"),
        on_failure: some("on_failure"),
        precaution: some("precaution"),
        threats: list("threat"),
        internal: false,
        place: fill("port.place"),
    }
}

fn filled_threat(fill: &dyn Fn(&str) -> String, state: State) -> ThreatRow {
    let fill = |field: &str| fill(&format!("threat.{field}"));
    let some = |field: &str| Some(fill(field));
    let control = |name: &str| ControlUse {
        id: fill(&format!("{name}.id")),
        name: fill(&format!("{name}.name")),
        measure: some("measure"),
        class: some("class"),
        status: some("status"),
        evidence: vec![fill(&format!("{name}.evidence"))],
    };
    let response = ResponseRow {
        decision: fill("response.decision"),
        reason: fill("response.reason"),
        approved_by: some("response.approved_by"),
        until: some("response.until"),
        expired: true,
        under_review: false,
        evidence: vec![fill("response.evidence")],
        controls: vec![fill("control.id")],
        why_not_design: some("response.why_not_design"),
        why_not_protect: some("response.why_not_protect"),
        recipient: some("response.recipient"),
        instruction: some("response.instruction"),
        instruction_place: some("response.instruction_place"),
        policy: some("response.policy"),
        owner: some("response.owner"),
        decided: some("response.decided"),
        new_risks: some("response.new_risks"),
        components: vec![fill("response.components")],
        hazard: vec![fill("response.hazard")],
        no_hazard: some("response.no_hazard"),
        deferred_to: some("response.deferred_to"),
        basis: vec![fill("response.basis")],
        place: fill("response.place"),
    };
    ThreatRow {
        id: fill("id"),
        rule: fill("rule"),
        title: fill("title"),
        statement: fill("statement"),
        category: fill("category"),
        letter: fill("letter"),
        element: fill("element"),
        element_name: fill("element_name"),
        element_kind: fill("element_kind"),
        assets: vec![fill("asset")],
        entry: fill("entry"),
        state,
        risk_before: filled_risk(&fill),
        risk_after: filled_risk(&fill),
        risk_steps: vec![RiskStepRow {
            phase: "before".to_owned(),
            text: fill("step.text"),
            exploitability: fill("step.exploitability"),
            facts: vec![filled_fact(&fill)],
        }],
        harms: vec![HarmRow {
            id: fill("harm.id"),
            name: fill("harm.name"),
            severity: some("harm.severity"),
            hazard: some("harm.hazard"),
            through: vec![fill("harm.through")],
            follows: true,
        }],
        multi_patient: PatientsRow { several: Some(true), facts: vec![filled_fact(&fill)] },
        cvss: Some(VectorRow { vector: fill("cvss.vector"), score: fill("cvss.score"), rating: fill("cvss.rating") }),
        controls: vec![control("control")],
        planned: vec![control("planned")],
        reopened: vec![filled_reopened(&fill)],
        response: Some(response),
        fix: vec![fill("fix")],
        advice: some("advice"),
        clauses: vec![ClauseUse {
            id: fill("clause.id"),
            title: fill("clause.title"),
            standard: fill("clause.standard"),
            binding: fill("clause.binding"),
            evidence_tag: fill("clause.tag"),
        }],
        cwe: vec![319],
        capec: vec![94],
        emb3d: vec![406],
        why: vec![filled_fact(&fill)],
        missing: vec![fill("missing")],
        unevidenced: true,
        place: fill("place"),
    }
}

fn filled_reopened(fill: &dyn Fn(&str) -> String) -> ReopenedRow {
    ReopenedRow {
        vulnerability: fill("vulnerability"),
        element: fill("element"),
        status: fill("status"),
        made: Some(fill("made")),
        way: fill("way"),
        place: fill("why.place"),
    }
}

fn filled_risk(fill: &dyn Fn(&str) -> String) -> RiskRow {
    let (severity, level) = (Some(fill("severity")), Some(fill("level")));
    RiskRow { exploitability: fill("exploitability"), severity, level, acceptable: Some(true), stated: true }
}

fn filled_fact(fill: &dyn Fn(&str) -> String) -> FactRow {
    FactRow {
        element: fill("fact.element"),
        attribute: fill("fact.attribute"),
        value: fill("fact.value"),
        origin: fill("fact.origin"),
        place: fill("fact.place"),
    }
}

fn filled_scheme(fill: &dyn Fn(&str) -> String) -> SchemeRow {
    let fill = |field: &str| fill(&format!("scheme.{field}"));
    let pair = |name: &str| PairRow { name: fill(&format!("{name}.name")), value: fill(&format!("{name}.value")) };
    SchemeRow {
        id: fill("id"),
        name: fill("name"),
        version: Some(fill("version")),
        policy: Some(fill("policy")),
        exploitability: vec![fill("exploitability")],
        matrix: vec![MatrixRow { severity: fill("severity"), levels: vec![fill("level")] }],
        acceptable: vec![fill("level")],
        start: vec![pair("start")],
        reduces: vec![pair("reduces")],
        place: fill("place"),
    }
}

fn filled_question(fill: &dyn Fn(&str) -> String) -> QuestionRow {
    let fill = |field: &str| fill(&format!("question.{field}"));
    QuestionRow {
        id: fill("id"),
        text: fill("text"),
        element: fill("element"),
        element_name: fill("element_name"),
        attribute: fill("attribute"),
        answers: fill("answers"),
        declaration: None,
        threats: vec![fill("threat")],
        severity: Some(fill("severity")),
        place: fill("place"),
    }
}
