//! Attack paths: from every position an attacker can hold to every asset whose loss harms, the weakest ways, what stands in the way on each
//! hop and what does not (row B5). An internal document.

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

use super::artifact::picture_name;
use super::json::pretty;
use super::kind::{Format, Kind};
use super::page::{Inline, Page};
use super::{stated, title};
use crate::report::{AttackPaths, AttackedRow, HopRow, ObstacleRow, Report, TitleBlock, WayRow};
use crate::words::{capitalised, count};

/// The document as JSON has it.
#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    title: &'a TitleBlock,
    #[serde(flatten)]
    paths: &'a AttackPaths,
}

/// Everything, each hop once.
pub fn json(report: &Report) -> String {
    pretty(&Document { schema_version: report.schema_version, title: &report.title, paths: &report.attack_paths })
}

/// What sections look up.
struct Known<'a> {
    positions: IndexMap<&'a str, &'a str>,
    hops: IndexMap<&'a str, &'a HopRow>,
}

impl<'a> Known<'a> {
    fn of(paths: &'a AttackPaths) -> Self {
        Self {
            positions: paths.positions.iter().map(|position| (position.id.as_str(), position.name.as_str())).collect(),
            hops: paths.hops.iter().map(|hop| (hop.id.as_str(), hop)).collect(),
        }
    }

    /// The name of a position, at the beginning of a cell.
    fn position(&self, id: &str) -> String {
        capitalised(self.positions.get(id).copied().unwrap_or(id))
    }
}

/// The page: the weakest way of each asset and position, the view of several patients, then a section an asset.
pub fn page(report: &Report) -> Page {
    let paths = &report.attack_paths;
    let mut page = Page::default();
    title::markdown(&mut page, "Attack paths", &report.title);
    overview(&mut page, report);
    let known = Known::of(paths);
    for asset in &paths.assets {
        page.heading_of(2, &asset.id, &format!("{} ({})", asset.name, asset.kind));
        harms(&mut page, asset);
        if let Some(picture) = &asset.picture {
            let shown: Vec<String> = asset.pictured.iter().map(|name| stated::filled(name)).collect();
            page.paragraph(format!(
                "The picture {} shows the weakest of the ways of rank 1; its hops have the numbers of the table below. It shows: {}.",
                picture_name(Kind::AttackPaths, picture, Format::Svg),
                shown.join(", ")
            ));
        }
        ways(&mut page, asset, &known);
    }
    page
}

/// Each asset with all that is to be said of it beside its picture.
pub(super) fn assets(report: &Report) -> Vec<(&AttackedRow, Page)> {
    let known = Known::of(&report.attack_paths);
    let one = |asset| {
        let mut page = Page::default();
        harms(&mut page, asset);
        ways(&mut page, asset, &known);
        (asset, page)
    };
    report.attack_paths.assets.iter().map(one).collect()
}

/// All but the hops: how to read it, the positions, the weakest way of each asset and position, and the view of several patients.
pub(super) fn overview(page: &mut Page, report: &Report) {
    let paths = &report.attack_paths;
    let known = Known::of(paths);
    page.heading(2, "How to read this document");
    page.paragraph(
        "A way leads from a position that an attacker can hold over flows and ports to an asset. An asset is lost where an attacker gets at a \
         flow that carries it, or controls a part that sends, receives or keeps it. What stands in the way adds to the resistance of the way; \
         the weakest way has the lowest. Resistance puts the ways of this model in an order. It is a judgement of the library, and neither a \
         probability nor a measure of anything else. A protection that is planned, claimed with nothing behind it, or of which nobody has said \
         whether it is there, adds nothing. Ways follow the direction in which data move. \
         A person is not taken over, but passes on what was given to them; a signature stops nobody who manipulated the content before it was signed. \
         In the pictures, arrows with a number are hops of an attacker, and those without are the flows that are got at on their way.",
    );
    positions(page, paths);
    summary(page, paths, &known);
    several(page, paths, &known);
}

fn positions(page: &mut Page, paths: &AttackPaths) {
    page.heading(2, "Positions");
    if paths.positions.is_empty() {
        page.paragraph("The model names no zone, port or part at which an attacker could begin.");
        return;
    }
    let rows: Vec<Vec<Inline>> = paths
        .positions
        .iter()
        .map(|position| {
            let zones: Vec<Inline> = position.zones.iter().map(|zone| Inline::code(zone)).collect();
            vec![
                Inline::code(&position.id),
                format!("an attacker {}", position.name).into(),
                if zones.is_empty() { "–".into() } else { Inline::lines(&zones) },
                position.entries.to_string().into(),
            ]
        })
        .collect();
    page.table(&["Position", "Meaning", "Zones", "Flows, ports and parts within direct reach"], &rows);
}

fn summary(page: &mut Page, paths: &AttackPaths, known: &Known<'_>) {
    page.heading(2, "Summary: the weakest way from each position to each asset");
    if paths.assets.is_empty() {
        page.paragraph("Nothing in the model names a harm that would follow from its loss; so there is no asset to lead to.");
        return;
    }
    page.paragraph(
        "Each cell: resistance of the weakest way, number of hops, and how many of these nothing protects. “No way” means that the flows \
         described lead nowhere near.",
    );
    let names: Vec<String> = paths.positions.iter().map(|position| known.position(&position.id)).collect();
    let headings: Vec<&str> = ["Asset", "Worst harm"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let rows: Vec<Vec<Inline>> = paths
        .assets
        .iter()
        .map(|asset| {
            let mut row = vec![
                Inline::lines(&[stated::filled(&asset.name).into(), Inline::code(&asset.id)]),
                stated::text(asset.severity.as_deref()).into(),
            ];
            row.extend(paths.positions.iter().map(|position| {
                let weakest = asset.ways.iter().find(|way| way.position == position.id);
                weakest.map_or_else(|| "no way".into(), |way| short(way).into())
            }));
            row
        })
        .collect();
    page.table(&headings, &rows);
}

/// `4: 2 hops, 1 unprotected`
fn short(way: &WayRow) -> String {
    format!("{}: {}, {} unprotected", way.resistance, count(way.hops.len(), "hop"), way.unprotected)
}

fn several(page: &mut Page, paths: &AttackPaths, known: &Known<'_>) {
    page.heading(2, "Several patients at once");
    if paths.several_patients.is_empty() {
        page.paragraph(
            "No position is named from which a way could begin. Considered were the Internet, networks, radio range, physical access, accessories and the supply chain; the ways stop before the first step.",
        );
        return;
    }
    let rows: Vec<Vec<Inline>> = paths
        .several_patients
        .iter()
        .map(|row| {
            let result = match (&row.target, &row.stop) {
                (Some(target), _) => Inline::words(&["reaches".into(), stated::filled(&row.name).into(), Inline::code(target)]),
                (None, Some(stop)) => format!("stops {stop}").into(),
                (None, None) => stated::NOT_STATED.into(),
            };
            let (way, sum) = match &row.way {
                Some(way) => (chain(way, known), short(way).into()),
                None => ("none leads on".into(), "–".into()),
            };
            let gates: Vec<Inline> = row.gates.iter().map(|gate| Inline::text(gate)).collect();
            vec![known.position(&row.position).into(), way, sum, lines(&gates, "none"), result]
        })
        .collect();
    page.table(&["Position", "Weakest way, or the one considered", "Resistance", "Gates on it", "Result"], &rows);
    shared(page, paths, known);
}

/// Backends that serve many, and secrets that many devices have.
fn shared(page: &mut Page, paths: &AttackPaths, known: &Known<'_>) {
    page.heading(3, "What patients and devices share");
    if paths.shared.is_empty() {
        page.paragraph(
            "Nothing in the model is said to serve several patients, or to keep a secret that other devices have, too.",
        );
        return;
    }
    let rows: Vec<Vec<Inline>> = paths
        .shared
        .iter()
        .map(|row| {
            let from: Vec<Inline> = row
                .reached_from
                .iter()
                .map(|reach| format!("{}: {}", known.position(&reach.position), reach.resistance).into())
                .collect();
            vec![
                Inline::lines(&[stated::filled(&row.name).into(), Inline::code(&row.id)]),
                Inline::text(&row.what),
                lines(&from, "no position"),
            ]
        })
        .collect();
    page.table(&["Element", "In which respect", "Reached from, with the resistance of the weakest way"], &rows);
}

/// `On the Internet → Upload → Gateway`
fn chain(way: &WayRow, known: &Known<'_>) -> Inline {
    let names: Vec<String> =
        std::iter::once(known.position(&way.position)).chain(way.names.iter().map(|name| stated::filled(name))).collect();
    names.join(" → ").into()
}

fn harms(page: &mut Page, asset: &AttackedRow) {
    page.paragraph(format!(
        "Harms: {}. Worst severity: {}.",
        stated::list(&asset.harms, stated::NONE_STATED),
        stated::text(asset.severity.as_deref())
    ));
}

/// The ways to an asset, and their hops.
fn ways(page: &mut Page, asset: &AttackedRow, known: &Known<'_>) {
    if asset.ways.is_empty() {
        page.paragraph("No way leads here from any position: the flows described end elsewhere.");
        return;
    }
    let mut numbers: IndexSet<&str> = IndexSet::new();
    let rows: Vec<Vec<Inline>> = asset
        .ways
        .iter()
        .map(|way| {
            let hops: Vec<String> = way.hops.iter().map(|hop| (numbers.insert_full(hop).0 + 1).to_string()).collect();
            vec![
                known.position(&way.position).into(),
                way.rank.to_string().into(),
                chain(way, known),
                hops.join(", ").into(),
                way.resistance.to_string().into(),
                way.unprotected.to_string().into(),
            ]
        })
        .collect();
    page.table(&["Position", "Rank", "Way", "Hops", "Resistance", "Unprotected hops"], &rows);
    let unreached: Vec<String> =
        asset.unreached.iter().map(|id| known.positions.get(id.as_str()).copied().unwrap_or(id).to_owned()).collect();
    if !unreached.is_empty() {
        page.paragraph(format!("No way for an attacker {}.", crate::words::list(&unreached, "or")));
    }
    let rows: Vec<Vec<Inline>> =
        numbers.iter().enumerate().filter_map(|(at, id)| known.hops.get(id).map(|hop| shown(at + 1, hop))).collect();
    page.table(&["Hop", "Step", "Over", "In the way", "Missing or not known", "Findings", "Would cut it"], &rows);
}

fn shown(number: usize, hop: &HopRow) -> Vec<Inline> {
    let mut over: Vec<Inline> = Vec::new();
    if !hop.over.is_empty() {
        over.push(Inline::code(&hop.over));
    }
    over.extend(hop.protocol.iter().map(|protocol| Inline::from(protocol.as_str())));
    if !hop.crosses.is_empty() {
        over.push(format!("crosses {}", hop.crosses.join(", ")).into());
    }
    let marked =
        |word: &str, items: &[String]| -> Vec<Inline> { items.iter().map(|item| format!("{word}: {item}").into()).collect() };
    let mut lacking = marked("missing", &hop.missing);
    lacking.extend(marked("claimed only", &hop.claimed));
    lacking.extend(marked("not stated", &hop.unknown));
    let present: Vec<Inline> = hop.present.iter().map(|obstacle| protection(obstacle).into()).collect();
    let findings: Vec<Inline> =
        hop.findings.iter().map(|finding| Inline::words(&[Inline::code(&finding.id), finding.state.word().into()])).collect();
    let cuts: Vec<Inline> = hop.cut_by.iter().map(|cut| stated::filled(cut).into()).collect();
    vec![
        number.to_string().into(),
        Inline::text(&hop.text),
        lines(&over, "–"),
        lines(&present, "nothing"),
        lines(&lacking, "nothing named"),
        lines(&findings, "none open"),
        lines(&cuts, "none named"),
    ]
}

/// `encryption on the way, +1: Mutual TLS (VER-3)`
fn protection(obstacle: &ObstacleRow) -> String {
    let controls: Vec<String> = obstacle
        .controls
        .iter()
        .map(|control| format!("{} ({})", control.name, stated::list(&control.evidence, stated::NO_EVIDENCE)))
        .collect();
    let behind = match (&obstacle.guaranteed, controls.is_empty()) {
        (_, false) => format!(": {}", controls.join(", ")),
        (Some(by), true) => format!(": guaranteed by {by}"),
        (None, true) => String::new(),
    };
    format!("{}, +{}{behind}", obstacle.text, obstacle.resistance)
}

fn lines(items: &[Inline], nothing: &str) -> Inline {
    if items.is_empty() { nothing.into() } else { Inline::lines(items) }
}
