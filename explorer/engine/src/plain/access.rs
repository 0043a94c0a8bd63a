//! An access to plain memory: let through, checked, or a step.

use super::place::{self, Area};
use super::race::{Kind, Race, Side};
use super::shadow::Made;
use super::{blocks, statics};
use crate::backtrace;
use crate::object::ObjectId;
use crate::operation::{Readiness, What, perform_to_the_end};
use crate::seen::Seen;
use crate::tables::{Inside, Position};
use crate::world::{self, Place, ThreadId, World};
use std::cell;
use std::sync::atomic::Ordering;

/// After so many accesses without an operation a thread makes a step, so that one which waits for
/// another to change plain memory does not wait for ever.
const SILENT: u32 = 20_000;

/// More memory than this is not made into objects: races for what is beyond it belong to the step
/// before them.
const CONTESTED: usize = 64;

/// An access that the running thread is about to make.
#[derive(Clone, Copy, Debug)]
pub struct Access {
    /// What it does.
    pub kind: Kind,
    /// Where.
    pub address: usize,
    /// To how many bytes.
    pub size: usize,
    /// The address in the program's code.
    pub code: usize,
}

thread_local! {
    static ASIDE: cell::Cell<bool> = const { cell::Cell::new(false) };
    /// The stack of the thread of the program that runs, and whether it is looked at.
    static STACK: cell::Cell<(usize, usize, bool)> = const { cell::Cell::new((0, 0, false)) };
}

/// Calls `f`, whose accesses are a stand-in's own and are not looked at: its operations order them.
pub fn aside<R>(f: impl FnOnce() -> R) -> R {
    /// Looks at accesses again, also after a panic.
    struct Back(bool);
    impl Drop for Back {
        fn drop(&mut self) {
            ASIDE.set(self.0);
        }
    }
    let _back = Back(ASIDE.replace(true));
    f()
}

/// Whether accesses of the code that runs are looked at.
fn is_seen() -> bool {
    world::place() == Place::Thread && !ASIDE.get()
}

/// A thread with this stack runs now.
pub(crate) fn run_on(stack: (usize, usize), watched: bool) {
    STACK.set((stack.0, stack.1, watched));
}

/// What is to be done about an access.
enum Verdict {
    /// Nothing more.
    LetThrough,
    /// It is a step, on these objects.
    Step(Vec<ObjectId>),
}

/// Tells of an access of the running thread, before it happens.
pub fn access(access: Access) {
    if !is_seen() {
        return;
    }
    let (low, high, watched) = STACK.get();
    if !watched && (low..high).contains(&access.address) {
        return;
    }
    let verdict = world::glance(|world| world.judge(&access));
    if let Verdict::Step(objects) = verdict {
        step(&access, &objects);
    }
}

fn step(access: &Access, objects: &[ObjectId]) {
    let inside = world::glance(|world| {
        let inside = backtrace::inside(&world.tables);
        crate::fiber::wipe_much();
        inside
    });
    let what = What::new(access.kind.verb());
    let what = objects.first().map_or(what, |object| what.on(*object));
    perform_to_the_end(
        what,
        |_, _| Readiness::Ready(1),
        |world, me, _| {
            for object in objects {
                match access.kind {
                    Kind::Read => world.read_contested(*object),
                    Kind::Write | Kind::Free => world.write_contested(*object),
                }
            }
            let operation = world.plain.as_ref().and_then(|plain| plain.operation);
            let step = operation.map(|number| {
                let entries = world.tables.operations.entries();
                (number, entries[number as usize].position)
            });
            world.check(me, access, (step, inside), objects.first().copied());
            (Seen::nothing(), ())
        },
    );
}

impl World {
    fn judge(&mut self, access: &Access) -> Verdict {
        let me = self.running;
        let Some(found) = place::find(self, access.address) else {
            return Verdict::LetThrough;
        };
        match found.area {
            Area::Static(start) => statics::keep(start),
            Area::Stack(number) if number != self.thread_number(me) => self.watched.stacks = true,
            Area::Stack(_) | Area::Block(_) => {}
        }
        let Some(plain) = &mut self.plain else {
            return Verdict::LetThrough;
        };
        let is_static = matches!(found.area, Area::Static(_));
        let knows = plain.knows(me);
        knows.silent += 1;
        knows.writes += u64::from(!access.kind.is_read() && is_static);
        let silent = knows.silent.is_multiple_of(SILENT);
        let cell = found.cell(access.address, access.size);
        let contested = plain.contested.clone();
        let mut touched = contested
            .iter()
            .filter(|other| other.overlaps(&cell))
            .peekable();
        if touched.peek().is_some() {
            let objects = touched.map(|cell| self.contested(*cell, &found, access.kind));
            return Verdict::Step(objects.collect());
        }
        self.check(me, access, (None, None), None);
        match silent {
            true => Verdict::Step(Vec::new()),
            false => Verdict::LetThrough,
        }
    }

    /// Checks whether an access races with an earlier one, and keeps it for later ones.
    fn check(
        &mut self,
        me: ThreadId,
        access: &Access,
        (operation, inside): (Option<(u32, Position)>, Option<Inside>),
        object: Option<ObjectId>,
    ) {
        let Some(plain) = &mut self.plain else { return };
        let made = Made {
            thread: me,
            epoch: plain.epoch(me),
            kind: access.kind,
            start: access.address,
            size: access.size,
            code: access.code,
            operation,
            inside,
        };
        let known = plain.threads[me.0].clock.clone();
        let races = plain.shadow.races(&made, &known);
        plain.shadow.keep(&made, &known);
        for other in races {
            self.note_race(&other, &made, object);
        }
    }

    /// Two accesses race: the memory that they have in common is contested from now on. If it is
    /// that already, or cannot be, the race belongs to the step that is being taken.
    fn note_race(&mut self, first: &Made, second: &Made, object: Option<ObjectId>) {
        if object.is_none() && self.contest(first, second) {
            return;
        }
        let race = Race {
            object: object.map(|object| self.object_number(object)),
            first: self.side(first, false),
            second: self.side(second, true),
        };
        if let Some(plain) = &mut self.plain
            && !plain.races.contains(&race)
        {
            plain.races.push(race);
        }
    }

    /// Notes that memory is contested. Says whether the search begins anew because of that.
    fn contest(&mut self, first: &Made, second: &Made) -> bool {
        let (start, size) = first.common(second.start, second.size);
        let Some(found) = place::find(self, start) else {
            return false;
        };
        let cell = found.cell(start, size);
        let Some(plain) = &mut self.plain else {
            return false;
        };
        if plain.found.iter().any(|other| other.overlaps(&cell)) {
            return true;
        }
        if plain.contested.len() + plain.found.len() >= CONTESTED {
            return false;
        }
        plain.found.push(cell);
        self.watched.contested += 1;
        true
    }

    /// An access for a reader; `now` says that it is the one that is being made.
    fn side(&mut self, made: &Made, now: bool) -> Side {
        let tables = &self.tables;
        let (position, inside) = match made.operation {
            Some((_, position)) => (Some(position), made.inside),
            None if now => (backtrace::caller(tables), backtrace::inside(tables)),
            None => (
                backtrace::at(made.code, tables),
                backtrace::inside_at(made.code, tables),
            ),
        };
        Side {
            thread: self.thread_number(made.thread),
            kind: made.kind,
            position: position.unwrap_or((0, 0)),
            inside,
            operation: made.operation.map(|(number, _)| number),
        }
    }
}

/// The running thread has been given a block of the heap, full of zeros or of nothing.
pub(crate) fn allocated(start: usize, size: usize, is_zeroed: bool) {
    if !is_seen() || !blocks::are_noted() {
        return;
    }
    blocks::add(start, size, is_zeroed);
    world::glance(|world| {
        if let Some(plain) = &mut world.plain {
            plain.shadow.forget(start, size);
            let old: Vec<usize> = plain
                .counts
                .range(start..start + size)
                .map(|(at, _)| *at)
                .collect();
            old.iter().for_each(|count| {
                plain.counts.remove(count);
            });
        }
    });
}

/// A block of the heap is about to be given back. Whoever uses it at the same time races.
pub(crate) fn freed(start: usize, size: usize) {
    if !blocks::are_noted() {
        return;
    }
    if is_seen() && blocks::at(start).is_some() {
        access(Access {
            kind: Kind::Free,
            address: start,
            size,
            code: 0,
        });
        world::glance(|world| world.forget_block(start, size));
    }
    blocks::remove(start);
}

impl World {
    fn forget_block(&mut self, start: usize, size: usize) {
        let Some(found) = place::find(self, start) else {
            return;
        };
        let Some(plain) = &mut self.plain else { return };
        plain.end_drops(self.running, start..start + size);
        let gone: Vec<ObjectId> = plain
            .cells
            .iter()
            .filter(|(cell, _)| cell.area == found.area)
            .map(|(_, id)| *id)
            .collect();
        plain.cells.retain(|cell, _| cell.area != found.area);
        gone.iter().for_each(|id| self.give_back_contested(*id));
    }
}

/// Tells of an atomic access to memory that is no object of the explorer: the counts of an `Arc`.
pub fn count(address: usize, ordering: Ordering, writes: bool) {
    if !is_seen() {
        return;
    }
    world::glance(|world| {
        let me = world.running;
        if let Some(plain) = &mut world.plain {
            plain.note_count(me, address, ordering, writes);
        }
    });
}

/// Tells of a fence of the real std: that before the last owner drops a value.
pub fn count_fence(ordering: Ordering) {
    if !is_seen() {
        return;
    }
    world::glance(|world| {
        let (me, forever) = (world.running, world.watched.counts);
        if let Some(plain) = &mut world.plain {
            plain.note_count_fence(me, ordering, forever);
        }
    });
}
