//! Memory for which threads race, as an object of the explorer.

use super::order::Order;
use super::place::{Area, Cell, Found};
use super::race::Kind;
use super::{statics, value};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::object::{Object, ObjectId};
use crate::tables::Origin;
use crate::world::World;

/// The kind of the object.
pub(crate) const KIND: &str = "memory";

/// The state of contested memory: the bytes themselves are where the program has them.
struct Contested {
    address: usize,
    size: usize,
    /// The type of the number that it is, if that is certain.
    number: Option<String>,
    /// Whether it holds something, and not what was there before it was anybody's.
    is_known: bool,
    /// Whether the block that it was in was given back, maybe under the hands of a thread that is
    /// about to use it.
    is_gone: bool,
    /// Who has written to it, and in which order.
    written: Fingerprint,
}

impl Object for Contested {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn fingerprint(&self, _world: &World, into: &mut Fingerprinter) {
        into.fingerprint(self.written);
    }

    fn show(&self, _world: &World) -> String {
        if self.is_gone {
            return "given back".to_owned();
        }
        match self.is_known {
            // SAFETY: the block that it lies in was not given back.
            true => unsafe { value::show(self.address, self.size, self.number.as_deref()) },
            false => "_".to_owned(),
        }
    }

    fn order(&self) -> Order {
        Order::Nothing
    }
}

impl World {
    /// The object that stands for contested memory, which is made at first.
    pub(crate) fn contested(&mut self, cell: Cell, found: &Found, kind: Kind) -> ObjectId {
        let plain = self.plain.as_ref();
        if let Some(id) = plain.and_then(|plain| plain.cells.get(&cell)) {
            return *id;
        }
        let (id, is_new) = self.add_memory(Origin::Memory(cell));
        let state = Contested {
            address: found.address(&cell),
            size: cell.size,
            number: self.number(cell),
            is_known: kind.is_read() || has_content(cell),
            is_gone: false,
            written: Fingerprint::default(),
        };
        self.set_state(id, Box::new(state));
        if is_new {
            let number = self.object_number(id);
            let position = crate::backtrace::caller(&self.tables).unwrap_or((0, 0));
            let name = self.name(cell, kind, position.0).unwrap_or_default();
            let alike = self.tables.objects().iter();
            let alike = alike.filter(|other| !name.is_empty() && is_numbered(&other.name, &name));
            let name = match alike.count() {
                0 => name,
                before => format!("{name} {}", before + 1),
            };
            let entry = self.tables.object_mut(number);
            (entry.name, entry.position) = (name, position);
        }
        if let Some(plain) = &mut self.plain {
            plain.cells.insert(cell, id);
        }
        id
    }

    /// A thread is about to write to contested memory.
    pub(crate) fn write_contested(&mut self, id: ObjectId) {
        let history = self.history();
        let state = self.object_mut::<Contested>(id);
        state.written = state.written.then(history);
        let before = state.is_known.then(|| self.shown(id)).flatten();
        self.object_mut::<Contested>(id).is_known = true;
        self.tell(|_| before.unwrap_or_default());
        if let Some(plain) = &mut self.plain {
            plain.written = Some(id);
        }
    }

    /// The block is given back in which contested memory lies.
    pub(crate) fn give_back_contested(&mut self, id: ObjectId) {
        self.object_mut::<Contested>(id).is_gone = true;
    }

    /// A thread reads contested memory.
    pub(crate) fn read_contested(&mut self, id: ObjectId) {
        self.object::<Contested>(id);
        let now = self.shown(id);
        self.tell(|_| now.unwrap_or_default());
    }

    /// The type of the numbers of a `static`, if it is one.
    fn number(&self, cell: Cell) -> Option<String> {
        let Area::Static(start) = cell.area else {
            return None;
        };
        let names = &self.plain.as_ref()?.names;
        let number = names.numbers.get(&statics::at(start)?.name)?;
        (value::size_of(number) == cell.size).then(|| number.clone())
    }

    /// What the program calls memory at whose first access it is at this line.
    fn name(&self, cell: Cell, kind: Kind, line: u32) -> Option<String> {
        let names = &self.plain.as_ref()?.names;
        let used = names.used.get(&line);
        let Area::Static(start) = cell.area else {
            let made = names.made.get(&line).filter(|_| !kind.is_read());
            return made.or(used).cloned();
        };
        let found = statics::at(start)?;
        let is_element = |number: &String| {
            let size = value::size_of(number);
            size == cell.size && cell.offset.is_multiple_of(size)
        };
        let element = names
            .numbers
            .get(&found.name)
            .filter(|number| is_element(number));
        Some(match (element, used) {
            _ if cell.size == found.size => found.name.clone(),
            (Some(_), _) => format!("{}[{}]", found.name, cell.offset / cell.size),
            (None, Some(used)) => used.clone(),
            _ => format!("{}+{}", found.name, cell.offset),
        })
    }
}

/// Whether one name is another, or that with a number behind it.
fn is_numbered(name: &str, other: &str) -> bool {
    let rest = name.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.trim_start().parse::<u32>().is_ok())
}

/// Whether memory holds something before anybody has written to it.
fn has_content(cell: Cell) -> bool {
    match cell.area {
        Area::Static(_) => true,
        Area::Block(block) => block.is_zeroed,
        Area::Stack(_) => false,
    }
}
