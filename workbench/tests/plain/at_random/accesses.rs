//! Numbers at random, and accesses to memory made of them.

use super::plan::{Access, Area, Op, Part};

pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    pub(super) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    pub(super) fn access(&mut self, areas: &[Area]) -> Op {
        let area = self.of(areas);
        let verb = self.below(3);
        // In the middle or at the end, so that many meet.
        let (size, start, place) = match area {
            Area::Bytes => {
                let size = self.of(&[1, 2, 4, 8]);
                let start = self.below(9 - size);
                let number = ["u8", "u16", "", "u32", "", "", "", "u64"][size - 1];
                (size, start, format!("at::<{number}>({start})"))
            }
            Area::Pair | Area::Other => return self.structure(area),
            Area::Row => {
                let index = self.below(2);
                (4, 4 * index, format!("ROW[{index}]"))
            }
            Area::Cell => (4, 0, "*CELL.0.get()".to_owned()),
            Area::Board => (4, 0, "*board.0.get()".to_owned()),
            Area::Boxed => {
                let index = self.below(2);
                (4, 4 * index, format!("*(boxed as *mut u32).add({index})"))
            }
        };
        let part = |writes| Part {
            area,
            start,
            size,
            writes,
        };
        let bytes = area == Area::Bytes;
        let (text, parts) = match (verb, bytes) {
            (0, true) => (
                format!("let _ = {place}.read_unaligned();"),
                vec![part(false)],
            ),
            (0, false) => (format!("let _seen = {place};"), vec![part(false)]),
            (1, true) => (format!("{place}.write_unaligned(7);"), vec![part(true)]),
            (1, false) => (format!("{place} = 7;"), vec![part(true)]),
            (_, true) if start % size > 0 => {
                (format!("{place}.write_unaligned(9);"), vec![part(true)])
            }
            (_, true) => (format!("*{place} += 1;"), vec![part(false), part(true)]),
            (_, false) => (format!("{place} += 1;"), vec![part(false), part(true)]),
        };
        Op::Access(Access { text, parts })
    }

    /// Fields, and structs as a whole.
    fn structure(&mut self, area: Area) -> Op {
        let (name, other_name, other) = match area {
            Area::Pair => ("PAIR", "OTHER", Area::Other),
            _ => ("OTHER", "PAIR", Area::Pair),
        };
        let part = |area, start, size, writes| Part {
            area,
            start,
            size,
            writes,
        };
        let (field, start, size) = self.of(&[("a", 0, 4), ("b", 4, 4), ("c", 8, 8)]);
        let (text, parts) = match self.below(7) {
            0 | 1 => (
                format!("{name}.{field} += 1;"),
                vec![
                    part(area, start, size, false),
                    part(area, start, size, true),
                ],
            ),
            2 => (
                format!("let _seen = {name}.{field};"),
                vec![part(area, start, size, false)],
            ),
            3 => (
                format!("{name} = {other_name};"),
                vec![part(other, 0, 16, false), part(area, 0, 16, true)],
            ),
            4 => (
                format!("let _all = {name};"),
                vec![part(area, 0, 16, false)],
            ),
            5 => (
                format!("std::ptr::copy(&raw const {name}, &raw mut {other_name}, 1);"),
                vec![part(area, 0, 16, false), part(other, 0, 16, true)],
            ),
            _ => (
                "std::mem::swap(&mut *(&raw mut PAIR), &mut *(&raw mut OTHER));".to_owned(),
                vec![
                    part(area, 0, 16, false),
                    part(other, 0, 16, false),
                    part(area, 0, 16, true),
                    part(other, 0, 16, true),
                ],
            ),
        };
        Op::Access(Access { text, parts })
    }
}
