//! Large models of the same shape for every size: externals, processes and stores 2 : 6 : 2, 1.6 N flows, N/10 boundaries
//! nested at most four deep, N/4 classes of data. Seeded: the same number always gives the same model.

use crate::neutral::{Boundary, Component, Data, Flow, Kind, Neutral};

const ZONES: [&str; 6] = ["Device", "Home Network", "Cloud", "Factory", "Handset", "Secure Enclave"];
const DATA: [&str; 10] = [
    "Telemetry",
    "Firmware Image",
    "Pairing Key",
    "User Profile",
    "Device Config",
    "Access Token",
    "Audit Record",
    "Command",
    "Location Trace",
    "Crash Dump",
];
const EXTERNALS: [&str; 6] = ["User", "Field Technician", "Partner Service", "Vendor Portal", "Accessory Device", "Operator"];
const PROCESSES: [&str; 10] = [
    "Sensor Firmware",
    "Gateway Agent",
    "Mobile App",
    "Ingest API",
    "Update Service",
    "Web Console",
    "Radio Stack",
    "Rules Engine",
    "Boot Loader",
    "Identity Service",
];
const STORES: [&str; 6] = ["Flash Store", "Telemetry DB", "Key Store", "Config Store", "Image Registry", "Audit Log"];
const PROTOCOLS: [&str; 12] = ["https", "http", "mqtt", "mqtts", "coap", "coaps", "ble", "uart", "ws", "wss", "grpc", "ssh"];
const STORE_PROTOCOLS: [&str; 4] = ["sql", "sqls", "nosql", "file"];
const AUTHENTICATION: [&str; 6] = ["none", "credentials", "token", "certificate", "session", "mfa"];
const VERBS: [&str; 5] = ["sends", "reads", "controls", "reports", "updates"];

/// A model of `n` components, at least ten.
pub(crate) fn generate(n: usize) -> Neutral {
    let n = n.max(10);
    let mut random = Random(n as u64);
    let boundaries = boundaries(n / 10, &mut random);
    let data: Vec<Data> =
        (0..n / 4).map(|i| Data { id: format!("d{i}"), name: format!("{} {i}", random.one_of(&DATA)) }).collect();
    let components = components(n, boundaries.len(), data.len(), &mut random);
    let flows = flows(&components, data.len(), &mut random);
    Neutral { name: format!("Device ecosystem {n}"), boundaries, data, components, flows }
}

fn boundaries(count: usize, random: &mut Random) -> Vec<Boundary> {
    let roots = (count as f64).sqrt().round().max(1.0) as usize;
    let mut depths: Vec<u8> = Vec::with_capacity(count);
    let mut made = Vec::with_capacity(count);
    for i in 0..count {
        let parent = (0..8).filter(|_| i >= roots).map(|_| random.below(i)).find(|parent| depths[*parent] < 4);
        depths.push(parent.map_or(1, |parent| depths[parent] + 1));
        let name = format!("{} Zone {i}", random.one_of(&ZONES));
        made.push(Boundary { id: format!("b{i}"), name, parent: parent.map(|parent| format!("b{parent}")) });
    }
    made
}

fn components(n: usize, zones: usize, data: usize, random: &mut Random) -> Vec<Component> {
    use Kind::{External, Process, Store};
    let mut ten = [Process, Process, Process, Process, Process, Process, External, External, Store, Store];
    let mut made = Vec::with_capacity(n);
    for i in 0..n {
        if i % 10 == 0 {
            // the first of every ten stays a process, so that every flow finds one near
            for at in (2..10).rev() {
                ten.swap(at, 1 + random.below(at));
            }
        }
        let kind = ten[i % 10];
        let base = match kind {
            External => random.one_of(&EXTERNALS),
            Process => random.one_of(&PROCESSES),
            Store => random.one_of(&STORES),
        };
        let outside = kind == External && random.chance(60);
        let zone = if random.chance(10) { random.below(zones) } else { i * zones / n };
        let mut said = |percent, of| (kind != External && of).then(|| random.chance(percent));
        made.push(Component {
            id: format!("c{i}"),
            kind,
            name: format!("{base} {i}"),
            boundary: (!outside).then(|| format!("b{zone}")),
            hardened: said(40, true),
            validates_input: said(50, true),
            auth_required: said(60, true),
            logs: said(40, true),
            encrypted_at_rest: said(50, kind == Store),
            data: some_data(data, random),
        });
    }
    made
}

fn some_data(count: usize, random: &mut Random) -> Vec<String> {
    let mut numbers: Vec<usize> = (0..1 + random.below(3)).map(|_| random.below(count)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| format!("d{number}")).collect()
}

/// One flow from every component to a process near it, then others: most of them near, some to one of a few hubs.
fn flows(components: &[Component], data: usize, random: &mut Random) -> Vec<Flow> {
    let n = components.len();
    let processes: Vec<usize> = (0..n).filter(|i| components[*i].kind == Kind::Process).collect();
    let hubs: Vec<usize> = (0..(n / 50).max(1)).map(|_| random.one_of(&processes)).collect();
    let mut seen = indexmap::IndexSet::new();
    let mut made: Vec<Flow> = Vec::with_capacity(n * 8 / 5);
    while made.len() < n * 8 / 5 {
        let spanning = made.len() < n;
        let one = if spanning { made.len() } else { random.below(n) };
        let other = match random.below(10) {
            8 if !spanning => random.one_of(&processes),
            9 if !spanning => random.one_of(&hubs),
            _ => {
                let near = processes.partition_point(|at| *at < one);
                processes[(near + random.below(17)).saturating_sub(8).min(processes.len() - 1)]
            }
        };
        let (from, to) = if random.chance(50) { (one, other) } else { (other, one) };
        if from == to || !seen.insert((from, to)) {
            continue;
        }
        let stored = [from, to].iter().any(|end| components[*end].kind == Kind::Store);
        made.push(Flow {
            id: format!("f{}", made.len()),
            name: format!("{} {}", random.one_of(&VERBS), made.len()),
            from: format!("c{from}"),
            to: format!("c{to}"),
            protocol: if stored { random.one_of(&STORE_PROTOCOLS) } else { random.one_of(&PROTOCOLS) }.to_owned(),
            auth: random.one_of(&AUTHENTICATION).to_owned(),
            data: some_data(data, random),
        });
    }
    made
}

/// Numbers that look random and are the same everywhere (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}
