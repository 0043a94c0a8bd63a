//! The `static`s of the program: their names, and what they held at first.
//!
//! Both come from the executable itself: the list of symbols says where each `static` lies. Before
//! a thread first touches one, its bytes are kept; every execution begins with them again.

use object::{Object, ObjectSection, ObjectSymbol, SymbolKind};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

/// A `static`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Static {
    pub(crate) start: usize,
    pub(crate) size: usize,
    pub(crate) name: String,
}

static ALL: OnceLock<Vec<Static>> = OnceLock::new();
static FIRST_BYTES: Mutex<BTreeMap<usize, Vec<u8>>> = Mutex::new(BTreeMap::new());

/// Reads the list, the first time. Without it, no `static` is looked at.
pub(crate) fn prepare() {
    ALL.get_or_init(|| read().unwrap_or_default());
}

/// The `static` in which an address lies.
pub(crate) fn at(address: usize) -> Option<&'static Static> {
    let all = ALL.get()?;
    let index = all.partition_point(|one| one.start <= address);
    let found = &all[index.checked_sub(1)?];
    (address < found.start + found.size).then_some(found)
}

/// Keeps what a `static` holds, if this is the first time that it is touched.
pub(crate) fn keep(start: usize) {
    let mut kept = FIRST_BYTES.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.contains_key(&start) {
        return;
    }
    if let Some(found) = at(start) {
        // SAFETY: it is a `static` of this program, and nobody else runs.
        let bytes = unsafe { std::slice::from_raw_parts(start as *const u8, found.size) };
        kept.insert(start, bytes.to_vec());
    }
}

/// Puts back what all `static`s held at first that were touched since.
pub(crate) fn restore() {
    let kept = FIRST_BYTES.lock().unwrap_or_else(PoisonError::into_inner);
    for (start, bytes) in &*kept {
        // SAFETY: as in `keep`. What is overwritten is not dropped: it belonged to an execution
        // that is over.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), *start as *mut u8, bytes.len()) };
    }
}

/// The writable `static`s of the program's own crates, by address.
fn read() -> Option<Vec<Static>> {
    let path = std::env::current_exe().ok()?;
    let bytes = std::fs::read(&path).ok()?;
    let file = object::File::parse(&*bytes).ok()?;
    let base = loaded_at(&path)?;
    let mut all: Vec<Static> = Vec::new();
    for symbol in file.symbols().filter(|symbol| symbol.size() > 0) {
        let section = symbol.section_index();
        let section = section.and_then(|index| file.section_by_index(index).ok());
        let is_written = section.is_some_and(|section| {
            let name = section.name().unwrap_or_default();
            [".data", ".bss"]
                .iter()
                .any(|kind| name == *kind || name.strip_prefix(*kind).is_some_and(is_own_section))
        });
        if symbol.kind() != SymbolKind::Data || !is_written {
            continue;
        }
        let mangled = symbol.name_bytes().unwrap_or_default();
        let name = format!("{:#}", backtrace::SymbolName::new(mangled));
        let own = ["explored::", "listings::"];
        if own.iter().any(|own| name.starts_with(own)) {
            all.push(Static {
                start: base + symbol.address() as usize,
                size: symbol.size() as usize,
                name: last_part(&name),
            });
        }
    }
    all.sort_unstable_by_key(|one| one.start);
    Some(all)
}

/// Sections of their own for each `static`, save for what is only written by the loader.
fn is_own_section(rest: &str) -> bool {
    rest.starts_with('.') && !rest.starts_with(".rel.ro")
}

/// `explored::next::COUNT` is called `COUNT`.
fn last_part(name: &str) -> String {
    name.rsplit("::").next().unwrap_or(name).to_owned()
}

/// By how much the addresses in the file differ from those in memory.
#[cfg(target_os = "linux")]
fn loaded_at(path: &std::path::Path) -> Option<usize> {
    let maps = std::fs::read_to_string("/proc/self/maps").ok()?;
    let path = path.to_str()?;
    let first = maps.lines().find(|line| line.ends_with(path))?;
    let start = first.split('-').next()?;
    usize::from_str_radix(start, 16).ok()
}

/// Programs are only instrumented on Linux.
#[cfg(not(target_os = "linux"))]
fn loaded_at(_path: &std::path::Path) -> Option<usize> {
    None
}
