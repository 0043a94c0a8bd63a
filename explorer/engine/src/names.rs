//! Names for what the program's text does not name.

use crate::tables::Tables;

/// An object's name: the program's own, or what it is and where it was made.
pub(crate) fn object_name(tables: &Tables, number: u32) -> String {
    let entry = &tables.objects()[number as usize];
    if !entry.name.is_empty() {
        return entry.name.clone();
    }
    let alike = |other: &&crate::tables::ObjectEntry| {
        other.position == entry.position && other.kind == entry.kind
    };
    let all = tables.objects().iter().filter(alike).count();
    let before = tables.objects()[..number as usize]
        .iter()
        .filter(alike)
        .count();
    let place = match entry.position {
        (0, 0) => String::new(),
        (line, _) => format!("@{line}"),
    };
    let which = if all > 1 {
        format!("#{}", before + 1)
    } else {
        String::new()
    };
    format!("{}{place}{which}", entry.kind)
}
