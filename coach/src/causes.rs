//! What lies behind a panic whose own message does not tell.

use workbench::explore::graph::{Graph, Line};

/// How `Result::unwrap` shows what a join returns of a thread that has panicked.
const NOT_TOLD: &str = "Any { .. }";

/// In a sentence, what has led to a panic with this message, at the end of this schedule.
pub(crate) fn of(message: &str, graph: &Graph, schedule: &[usize]) -> Option<String> {
    if message.contains("PoisonError") {
        return Some(
            "PoisonError: before that, a thread panicked while it held this lock".to_owned(),
        );
    }
    if message.contains(NOT_TOLD) {
        return Some(joined(graph, &graph.lines(schedule)));
    }
    None
}

/// Which thread the panic is from that the last join has found.
fn joined(graph: &Graph, lines: &[Line]) -> String {
    let panicked = |line: &&Line| line.operation == "panic" && line.thread != 0;
    let name = |line: &Line| graph.threads[line.thread].0.clone();
    let joins = |line: &Line, of: &str| line.operation.strip_prefix("join ") == Some(of);
    let fallen: Vec<&Line> = lines.iter().filter(panicked).collect();
    let mut joined = lines.iter().rev().filter_map(|line| {
        let is_joined = |fallen: &&&Line| joins(line, &name(fallen));
        fallen.iter().find(is_joined).copied()
    });
    let Some(end) = joined.next().or(fallen.last().copied()) else {
        return format!("{NOT_TOLD}: that is a panic of another thread, which a join has found");
    };
    let mut own = lines.iter().filter(|line| line.thread == end.thread);
    let place = match own.rfind(|line| line.line > 0) {
        Some(last) => format!(
            "; the last that it did was `{}` at line {}",
            last.operation, last.line
        ),
        None => String::new(),
    };
    format!("{NOT_TOLD}: before that, {} panicked{place}", name(end))
}
