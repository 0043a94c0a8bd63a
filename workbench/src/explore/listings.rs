//! What a program uses of the crate `listings`: which of its types are `unsafe` inside, and what
//! they call their parts.
//!
//! A program that uses one of them shares what the explorer does not see, as if it were `unsafe`
//! itself. A program that uses others does not, and is merged by value.

use super::source::names_in;
use interleave_request::LibraryNames;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Whether `program` uses something of `files`, the crate's texts, that has `unsafe` code in it, or
/// uses something that has.
///
/// Files are judged as a whole. A mistake on the safe side is a `true`: a word in a comment counts.
pub(super) fn uses_unsafe(program: &str, files: &[(PathBuf, String)]) -> bool {
    let files: Vec<File> = files.iter().map(|(_, text)| File::read(text)).collect();
    let mut names = BTreeSet::from(["unsafe".to_owned()]);
    loop {
        let reached = files
            .iter()
            .filter(|file| !file.words.is_disjoint(&names))
            .flat_map(|file| &file.items);
        let before = names.len();
        names = &names | &reached.cloned().collect();
        if names.len() == before {
            break;
        }
    }
    let all_by_one_name = program.contains("listings::*") && names.len() > 1;
    all_by_one_name || !words(program).is_disjoint(&names)
}

/// A file of the crate that lies in `folder`, and what it calls what it makes.
///
/// The whole is called by the file's public type. Where a module has several files, it is called by
/// the module.
pub(super) fn library_names(folder: &Path, path: &Path, text: &str) -> LibraryNames {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let shown = Path::new("listings/src").join(inside);
    let file = syn::parse_file(text).ok();
    let names = file.as_ref().map(names_in).unwrap_or_default();
    let names = names.into_iter();
    let module = inside.parent().and_then(Path::file_name);
    let owner = match module {
        None => file.and_then(|file| file.items.iter().find_map(public_type)),
        Some(module) => Some(in_camel_case(&module.to_string_lossy())),
    };
    LibraryNames {
        file: path.to_string_lossy().into_owned(),
        shown: shown.to_string_lossy().into_owned(),
        names: match owner {
            Some(_) => names
                .map(|((line, column), names)| (line, column, names))
                .collect(),
            None => Vec::new(),
        },
        owner: owner.unwrap_or_default(),
    }
}

fn public_type(item: &syn::Item) -> Option<String> {
    match item {
        syn::Item::Struct(item) if matches!(item.vis, syn::Visibility::Public(_)) => {
            Some(item.ident.to_string())
        }
        _ => None,
    }
}

fn in_camel_case(name: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    };
    name.split('_').map(word).collect()
}

/// One file of the crate.
struct File {
    /// All words in it. None if it only says which other files there are.
    words: BTreeSet<String>,
    /// What it defines.
    items: BTreeSet<String>,
}

impl File {
    fn read(text: &str) -> File {
        let Ok(file) = syn::parse_file(text) else {
            // The compiler will say more about it.
            return File {
                words: words(text),
                items: BTreeSet::new(),
            };
        };
        let items: BTreeSet<String> = file.items.iter().filter_map(name).collect();
        let words = match items.is_empty() {
            true => BTreeSet::new(),
            false => words(text),
        };
        File { words, items }
    }
}

/// The name of an item by which others can use it.
fn name(item: &syn::Item) -> Option<String> {
    let name = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Macro(item) => item.ident.as_ref()?,
        syn::Item::Mod(item) if item.content.is_some() => &item.ident,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn words(text: &str) -> BTreeSet<String> {
    let is_between = |letter: char| !letter.is_alphanumeric() && letter != '_';
    text.split(is_between).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crate_of(files: &[&str]) -> Vec<(PathBuf, String)> {
        let file = |text: &&str| (PathBuf::new(), (*text).to_owned());
        files.iter().map(file).collect()
    }

    const LIB: &str = "//! | [`Spin`] | [`Group`] |\nmod a;\nmod b;\npub use a::Spin;\n";
    const SPIN: &str = "pub struct Spin;\nunsafe impl Sync for Spin {}\n";
    const GROUP: &str = "pub struct Group(std::sync::Mutex<u32>);\n";

    #[test]
    fn only_what_is_unsafe_counts() {
        let files = crate_of(&[LIB, SPIN, GROUP]);
        assert!(uses_unsafe("use listings::Spin;", &files));
        assert!(!uses_unsafe("use listings::Group;", &files));
    }

    #[test]
    fn what_uses_it_counts_too() {
        let files = crate_of(&["pub struct Outer(Group);", "pub struct Group(Spin);", SPIN]);
        assert!(uses_unsafe("use listings::Outer;", &files));
    }

    #[test]
    fn all_names_at_once_count() {
        let glob = "use listings::*;";
        assert!(uses_unsafe(glob, &crate_of(&[SPIN])));
        assert!(!uses_unsafe(glob, &crate_of(&[GROUP])));
    }

    #[test]
    fn a_part_is_called_by_its_field_and_the_public_type() {
        let text = "pub struct Seats {\n    left: Mutex<u32>,\n}\n\
                    fn new() -> Seats { Seats { left: Mutex::new(1) } }\n";
        let names = |file, text| library_names(Path::new("a/src"), Path::new(file), text);
        let seats = names("a/src/seats.rs", text);
        assert_eq!(
            (seats.owner.as_str(), seats.file.as_str()),
            ("Seats", "a/src/seats.rs")
        );
        assert_eq!(seats.shown, "listings/src/seats.rs");
        assert_eq!(seats.names, [(4, 35, vec!["left".to_owned()])]);
        assert_eq!(names("a/src/wait_list/node.rs", text).owner, "WaitList");
        assert_eq!(names("a/src/lib.rs", "mod seats;").names, []);
    }
}
