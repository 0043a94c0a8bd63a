//! Random programs as Rust.

use super::plan::{Channel, Mode, Op, Plan, Shared, is_receive, is_send};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

/// The text of all programs, and a main that explores them one after the other.
pub struct Text {
    pub all: String,
    /// How many lines that is.
    count: u32,
    /// For each access, by seed, thread and place in it: its line.
    lines: BTreeMap<(u64, usize, usize), u32>,
}

const HEAD: &str = include_str!("head.rs");

impl Text {
    pub fn of(plans: &[Plan]) -> Text {
        let mut text = Text {
            all: HEAD.to_owned(),
            count: HEAD.lines().count() as u32,
            lines: BTreeMap::new(),
        };
        for plan in plans {
            text.program(plan);
        }
        text.line("const PROGRAMS: &[(u64, fn())] = &[");
        for plan in plans {
            text.line(&format!("({}, p{}),", plan.seed, plan.seed));
        }
        text.line("];");
        text
    }

    fn line(&mut self, line: &str) {
        self.all.push_str(line);
        self.all.push('\n');
        self.count += 1;
    }

    /// The line of an access.
    pub fn line_of(&self, seed: u64, thread: usize, at: usize) -> u32 {
        self.lines[&(seed, thread, at)]
    }

    /// The program of a seed.
    pub fn of_seed(&self, seed: u64) -> String {
        let first = self.all.find(&format!("fn p{seed}()")).unwrap_or(0);
        let length = self.all[first..].find("\n}\n").unwrap_or(0);
        let before = self.all[..first].lines().count();
        let lines = self.all[first..first + length + 2]
            .lines()
            .zip(before + 1..);
        lines.fold(String::new(), |mut text, (line, number)| {
            let _ = writeln!(text, "{number:6} {line}");
            text
        })
    }

    fn program(&mut self, plan: &Plan) {
        let threads = 0..plan.threads.len();
        self.line(&format!("fn p{}() {{", plan.seed));
        self.line("let boxed = Box::into_raw(Box::new([0u32; 2])) as usize;");
        self.handles(plan, threads.clone());
        for thread in threads.skip(1) {
            self.line("#[allow(unused_variables)]");
            self.line(&format!("let t{thread} = {{"));
            if plan.uses(thread, |op| matches!(op, Op::DropBoard)) {
                self.line(&format!("let board = board{thread};"));
            }
            self.line("move || {");
            self.ops(plan, thread);
            self.line("}");
            self.line("};");
        }
        if plan.uses(0, |op| matches!(op, Op::DropBoard)) {
            self.line("let board = board0;");
        }
        self.ops(plan, 0);
        self.line("}");
    }

    /// What the threads share that is made anew each time.
    fn handles(&mut self, plan: &Plan, threads: Range<usize>) {
        let owners = |is: fn(&Op) -> bool, op: fn(&Op) -> bool| {
            let users = plan.users(is);
            // The one who only drops it is main.
            let first = plan.users(op);
            if users.is_empty() { first } else { users }
        };
        let senders = owners(is_send, |op| matches!(op, Op::DropSender));
        let receivers = owners(is_receive, |op| matches!(op, Op::DropReceiver));
        if !senders.is_empty() {
            let make = match plan.channel {
                Channel::Std(None) => "mpsc::channel::<u8>()".to_owned(),
                Channel::Std(Some(room)) => format!("mpsc::sync_channel::<u8>({room})"),
                Channel::Crossbeam(None) => "crossbeam_channel::unbounded::<u8>()".to_owned(),
                Channel::Crossbeam(Some(room)) => {
                    format!("crossbeam_channel::bounded::<u8>({room})")
                }
            };
            self.line(&format!("let (sender, receiver) = {make};"));
            self.copies("sender", &senders);
            self.copies("receiver", &receivers);
        }
        let boards = plan.users(|op| matches!(op, Op::DropBoard));
        if !boards.is_empty() {
            self.line("let board = Arc::new(Board(UnsafeCell::new(0)));");
            self.copies("board", &boards);
        }
        let meet = plan.users(|op| matches!(op, Op::Meet)).len();
        if meet > 0 {
            self.line(&format!("let barrier = Arc::new(Barrier::new({meet}));"));
            let all: Vec<usize> = threads.collect();
            self.copies("barrier", &all);
        }
    }

    /// One handle for each of these threads.
    fn copies(&mut self, name: &str, threads: &[usize]) {
        let Some((last, others)) = threads.split_last() else {
            return;
        };
        for thread in others {
            self.line(&format!("let {name}{thread} = {name}.clone();"));
        }
        self.line(&format!("let {name}{last} = {name};"));
    }

    fn ops(&mut self, plan: &Plan, thread: usize) {
        // After how many more operations which brackets are closed.
        let mut open: Option<(usize, &str)> = None;
        for (at, op) in plan.threads[thread].iter().enumerate() {
            if matches!(op, Op::Access(_)) {
                self.lines.insert((plan.seed, thread, at), self.count + 1);
            }
            let line = line(op, thread);
            self.line(&line);
            if let Some((left, close)) = open.take() {
                match left {
                    1 => self.line(close),
                    _ => open = Some((left - 1, close)),
                }
            }
            open = match op {
                Op::TryLock => Some((2, "}")),
                Op::Load(..) | Op::Set(..) | Op::TrySend | Op::TryReceive | Op::Get => {
                    Some((1, "}"))
                }
                _ => open,
            };
        }
        if let Some((_, close)) = open {
            self.line(close);
        }
    }
}

fn line(op: &Op, me: usize) -> String {
    let lock = |shared: &Shared| match shared {
        Shared::Std => "SHELF",
        Shared::ParkingLot => "DESK",
    };
    let enter = |shared: &Shared, mode: &Mode| {
        let how = match mode {
            Mode::Read => "read",
            Mode::Upgradable => "upgradable_read",
            Mode::Write => "write",
        };
        let unwrap = if *shared == Shared::Std {
            ".unwrap()"
        } else {
            ""
        };
        format!("let guard = {}.{how}(){unwrap};", lock(shared))
    };
    let change = |shared: &Shared, from: &Mode, to: &Mode| {
        let (guard, how) = match (from, to) {
            (Mode::Write, Mode::Read) => ("RwLockWriteGuard", "downgrade"),
            (Mode::Write, _) => ("RwLockWriteGuard", "downgrade_to_upgradable"),
            (_, Mode::Write) => ("RwLockUpgradableReadGuard", "upgrade"),
            _ => ("RwLockUpgradableReadGuard", "downgrade"),
        };
        let of = match shared {
            Shared::Std => "std::sync",
            Shared::ParkingLot => "parking_lot",
        };
        format!("let guard = {of}::{guard}::{how}(guard);")
    };
    match op {
        Op::Access(access) => format!("unsafe {{ {} }}", access.text),
        Op::Spawn(thread) => format!("let t{thread} = start(Box::new(t{thread}));"),
        Op::Join(thread) => format!("t{thread}.join().unwrap();"),
        Op::Lock => "let guard = LOCK.lock().unwrap();".to_owned(),
        Op::TryLock => "if let Ok(guard) = LOCK.try_lock() {".to_owned(),
        Op::Unlock | Op::Leave(..) => "drop(guard);".to_owned(),
        Op::Enter(shared, mode) => enter(shared, mode),
        Op::Change(shared, from, to) => change(shared, from, to),
        Op::Store(atomic, ordering) => format!("ATOMICS[{atomic}].store(1, {ordering:?});"),
        Op::Load(atomic, ordering) => format!("if ATOMICS[{atomic}].load({ordering:?}) != 0 {{"),
        Op::Add(atomic, ordering) => format!("ATOMICS[{atomic}].fetch_add(1, {ordering:?});"),
        Op::Set(atomic, ordering) => {
            format!("if ATOMICS[{atomic}].compare_exchange(0, 1, {ordering:?}, Relaxed).is_ok() {{")
        }
        Op::Fence(ordering) => format!("fence({ordering:?});"),
        Op::Send => format!("let _ = sender{me}.send(1);"),
        Op::TrySend => format!("if sender{me}.try_send(1).is_ok() {{"),
        Op::Receive => format!("let _ = receiver{me}.recv();"),
        Op::TryReceive => format!("if receiver{me}.try_recv().is_ok() {{"),
        Op::DropSender => format!("drop(sender{me});"),
        Op::DropReceiver => format!("drop(receiver{me});"),
        Op::Once => "ONCE.call_once(|| {".to_owned(),
        Op::OnceEnd(false) => "});".to_owned(),
        Op::Init => "FULL.get_or_init(|| {".to_owned(),
        Op::OnceEnd(true) => "1 });".to_owned(),
        Op::Get => "if FULL.get().is_some() {".to_owned(),
        Op::Meet => format!("barrier{me}.wait();"),
        Op::Park => "thread::park();".to_owned(),
        Op::Unpark(thread) => format!("t{thread}.thread().unpark();"),
        Op::Notify => "{ *READY.lock().unwrap() = true; BELL.notify_all(); }".to_owned(),
        Op::Await => "{ let mut ready = READY.lock().unwrap(); \
                      while !*ready { ready = BELL.wait(ready).unwrap(); } }"
            .to_owned(),
        Op::DropBoard => "drop(board);".to_owned(),
    }
}
