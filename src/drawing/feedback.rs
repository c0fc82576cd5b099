//! Which flows run against the stream.
//!
//! Layered layouts want no cycles and choose badly which arrows to turn round; handed over turned already, the drawing has half the crossings
//! (measured), and `dot` does not fail on nested clusters. The caller turns the finished lines back.

use crate::drawing::sized::Sized;
use crate::report::diagram::End;

/// For every flow, whether a walk in order of declaration meets it going backwards.
pub fn feedback(sized: &Sized<'_>) -> Vec<bool> {
    let diagram = sized.diagram;
    let count = diagram.nodes.len() + diagram.frames.len();
    let mut leaving: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    for (index, edge) in diagram.edges.iter().enumerate() {
        let (from, to) = (vertex(sized, edge.source), vertex(sized, edge.target));
        if from != to {
            leaving[from].push((index, to));
        }
    }
    let mut backwards = vec![false; diagram.edges.len()];
    let mut state = vec![State::New; count];
    for root in 0..count {
        if state[root] == State::New {
            walk(root, &leaving, &mut state, &mut backwards);
        }
    }
    backwards
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    OnPath,
    Done,
}

/// Depth first without recursion, so that a long chain does not exhaust the stack.
fn walk(root: usize, leaving: &[Vec<(usize, usize)>], state: &mut [State], backwards: &mut [bool]) {
    let mut path = vec![(root, 0)];
    state[root] = State::OnPath;
    while let Some((at, next)) = path.last_mut() {
        let Some(&(edge, to)) = leaving[*at].get(*next) else {
            state[*at] = State::Done;
            path.pop();
            continue;
        };
        *next += 1;
        match state[to] {
            State::OnPath => backwards[edge] = true,
            State::Done => {}
            State::New => {
                state[to] = State::OnPath;
                path.push((to, 0));
            }
        }
    }
}

fn vertex(sized: &Sized<'_>, end: End) -> usize {
    match sized.element(end) {
        End::Node(node) => node,
        End::Frame(frame) => sized.diagram.nodes.len() + frame,
        End::Port(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::samples::{edge, node};
    use crate::drawing::sized::size;
    use crate::report::diagram::Diagram;

    #[test]
    fn only_the_flow_that_closes_a_circle_is_turned() {
        let ends = [(0, 1), (1, 2), (2, 0), (0, 2), (1, 1)];
        let diagram = Diagram {
            nodes: (0..3).map(|n| node(&format!("n{n}"), None)).collect(),
            edges: ends.iter().map(|&(a, b)| edge("f", End::Node(a), End::Node(b))).collect(),
            ..Diagram::default()
        };
        assert_eq!(feedback(&size(&diagram)), [false, false, true, false, false]);
    }
}
