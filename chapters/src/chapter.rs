//! One chapter: its source, its expansion, its blocks.

use std::ops::Range;
use std::path::{Path, PathBuf};

use mdbook_markdown::pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};

use crate::fence::{Fence, Language, Role};
use crate::include::{Include, ListingFile};

/// Stands behind the words of a fence while mdBook expands the chapter, followed by the number
/// of the block in the source. So each block of the expansion knows where it comes from, however
/// long the includes before it are.
const ORIGIN: &str = " @origin:";

/// A chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The source file, seen from the folder of the chapters: `running/index.md`.
    pub path: PathBuf,
    /// The title in the table of contents.
    pub name: String,
    /// What the author wrote.
    pub source: String,
    /// Every directive of the source.
    pub includes: Vec<Include>,
    /// The fenced blocks, as a reader sees them.
    pub blocks: Vec<Block>,
    expanded: String,
}

/// A fenced block, as a reader sees it.
#[derive(Clone, Debug)]
pub struct Block {
    /// The words behind the backticks.
    pub fence: Fence,
    /// What is between the fences, less the indentation of the whole block.
    pub text: String,
    /// The line of the opening fence in the chapter's source, from 1. A block out of an included
    /// file has the line of the block before it.
    pub line: usize,
    /// The directives that the block consists of in the source.
    pub includes: Vec<Include>,
    /// Whether anything besides directives stands in the block.
    pub is_typed: bool,
    range: Range<usize>,
}

impl Block {
    /// What the block is for.
    #[must_use]
    pub fn role(&self) -> Role {
        self.fence.role()
    }

    /// The listing file that the block shows: the only one, and nothing besides.
    #[must_use]
    pub fn listing_file(&self) -> Option<ListingFile> {
        let mut files = self.includes.iter().map(Include::listing_file);
        let first = files.next().flatten()?;
        (!self.is_typed && files.all(|file| file.as_ref() == Some(&first))).then_some(first)
    }

    /// Whether this is a program in `language`.
    #[must_use]
    pub fn is_program(&self, language: Language) -> bool {
        matches!(self.role(), Role::Program(own, _) if own == language)
    }

    /// The whole program of a Rust block, with the lines that the page hides behind `# `.
    #[must_use]
    pub fn program(&self) -> String {
        self.text
            .lines()
            .map(|line| unhidden(line).to_owned() + "\n")
            .collect()
    }
}

/// As rustdoc does: `# ` hides a line, a lone `#` hides an empty one, `##` stands for `#`.
fn unhidden(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("##") {
        &trimmed[1..]
    } else if trimmed == "#" {
        ""
    } else {
        trimmed.strip_prefix("# ").unwrap_or(line)
    }
}

impl Chapter {
    /// The chapter of which `source` is the source, before expansion. `folder` is the folder of
    /// the chapters, seen from the book's root.
    pub(crate) fn new(path: &Path, name: &str, source: &str, folder: &Path) -> Self {
        let file = folder.join(path);
        let parent = file.parent().unwrap_or(folder);
        Self {
            path: path.to_owned(),
            name: name.to_owned(),
            source: source.to_owned(),
            includes: Include::all(source, parent),
            blocks: fenced(source),
            expanded: String::new(),
        }
    }

    /// The source with the number of each block behind its fence, for mdBook to expand.
    pub(crate) fn numbered(&self) -> String {
        let mut numbered = String::new();
        let mut end = 0;
        for (number, block) in self.blocks.iter().enumerate() {
            let fence = fence_line(&self.source, &block.range);
            numbered.push_str(&self.source[end..fence.end]);
            numbered.push_str(&format!("{ORIGIN}{number}"));
            end = fence.end;
        }
        numbered.push_str(&self.source[end..]);
        numbered
    }

    /// Takes the expansion of [`Self::numbered`], and with it the blocks as a reader sees them.
    pub(crate) fn expand(&mut self, expanded: String) {
        let sources = std::mem::take(&mut self.blocks);
        let mut line = 1;
        self.blocks = fenced(&expanded);
        for block in &mut self.blocks {
            if let Some(source) = take_origin(&mut block.fence).and_then(|n| sources.get(n)) {
                line = source.line;
                let lines = line..=line + source.text.lines().count();
                let within = |include: &&Include| lines.contains(&include.line);
                block.includes = self.includes.iter().filter(within).cloned().collect();
                block.is_typed = is_typed(&source.text, &block.includes);
            }
            block.line = line;
        }
        self.expanded = expanded;
    }

    /// The expanded chapter, with other words behind the fences and a first line put into
    /// blocks, as `change` tells for each block: both, or nothing to leave a block as it is.
    #[must_use]
    pub fn with_fences(&self, change: impl Fn(&Block) -> Option<(String, String)>) -> String {
        let mut result = String::new();
        let mut end = 0;
        for block in &self.blocks {
            let fence = fence_line(&self.expanded, &block.range);
            let line = &self.expanded[fence.clone()];
            result.push_str(&self.expanded[end..fence.start]);
            end = fence.end;
            let ticks = line.chars().take_while(|c| ['`', '~'].contains(c)).count();
            match change(block) {
                None => result.push_str(line.split(ORIGIN).next().unwrap_or(line)),
                Some((words, first_line)) => {
                    let margin = margin(&self.expanded, fence.start);
                    result.push_str(&format!("{}{words}\n{margin}{first_line}", &line[..ticks]));
                }
            }
        }
        result.push_str(&self.expanded[end..]);
        result
    }

    /// The expanded chapter, as mdBook renders it.
    #[must_use]
    pub fn expanded(&self) -> String {
        self.with_fences(|_| None)
    }

    /// A comment that names one of the blocks, for [`Book::marked`](crate::Book::marked).
    #[must_use]
    pub fn mark(&self, number: usize) -> String {
        format!("// block {number} of {}", self.path.display())
    }

    /// The path as that of a Rust module: `running::hello` for `running/hello.md`, `running` for
    /// `running/index.md`.
    #[must_use]
    pub fn module(&self) -> Vec<String> {
        let path = self.path.with_extension("");
        let mut parts: Vec<String> = path.iter().map(identifier).collect();
        if parts.len() > 1 && parts.last().is_some_and(|part| part == "index") {
            parts.pop();
        }
        parts
    }
}

fn identifier(part: &std::ffi::OsStr) -> String {
    let plain = part.to_string_lossy().to_lowercase();
    let plain: String = plain
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    if plain.starts_with(|c: char| c.is_ascii_digit()) {
        format!("_{plain}")
    } else {
        plain
    }
}

/// The fenced blocks of a text. Their includes are not known yet.
fn fenced(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (event, range) in new_cmark_parser(text, &MarkdownOptions::default()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                is_open = true;
                blocks.push(Block {
                    fence: Fence::parse(&info),
                    text: String::new(),
                    line: 1 + text[..range.start].matches('\n').count(),
                    includes: Vec::new(),
                    is_typed: false,
                    range,
                });
            }
            Event::End(TagEnd::CodeBlock) => is_open = false,
            Event::Text(part) if is_open => {
                blocks
                    .last_mut()
                    .expect("a block is open")
                    .text
                    .push_str(&part);
            }
            _ => {}
        }
    }
    blocks
}

/// The opening fence of a block, without the line's end.
fn fence_line(text: &str, block: &Range<usize>) -> Range<usize> {
    let line = text[block.clone()].lines().next().unwrap_or_default();
    block.start..block.start + line.trim_end().len()
}

/// What the lines of a block begin with that stands in a list or a quotation.
fn margin(text: &str, fence: usize) -> String {
    let start = text[..fence].rfind('\n').map_or(0, |newline| newline + 1);
    let before = text[start..fence].chars();
    before.map(|c| if c == '>' { c } else { ' ' }).collect()
}

/// Removes the number from the words of a fence and returns it.
fn take_origin(fence: &mut Fence) -> Option<usize> {
    let number = |word: &str| word.strip_prefix(ORIGIN.trim_start())?.parse().ok();
    if let Some(found) = number(&fence.language) {
        fence.language.clear();
        return Some(found);
    }
    let found = number(fence.words.last()?)?;
    fence.words.pop();
    Some(found)
}

/// Whether a source block has text besides its directives.
fn is_typed(source: &str, includes: &[Include]) -> bool {
    let mut rest = source.to_owned();
    for include in includes {
        rest = rest.replacen(&include.text, "", 1);
    }
    !rest.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapter(source: &str) -> Chapter {
        Chapter::new(Path::new("a/index.md"), "A", source, Path::new("src"))
    }

    /// Stands in for mdBook.
    fn expanded(source: &str, file: &str) -> Chapter {
        let mut chapter = chapter(source);
        let text = chapter.numbered();
        let text = match chapter.includes.first() {
            Some(include) => text.replace(&include.text, file),
            None => text,
        };
        chapter.expand(text);
        chapter
    }

    #[test]
    fn a_block_knows_its_line_in_the_source() {
        let source = "Text.\n\n```go\n{{#include ../../listings/examples/a/main.go}}\n```\n\n\
                      ```rust\nfn main() {}\n```\n";
        let chapter = expanded(source, "one\ntwo\nthree");
        let [go, rust] = &chapter.blocks[..] else {
            panic!("{:?}", chapter.blocks);
        };
        assert_eq!((go.line, rust.line), (3, 7));
        assert_eq!(go.text, "one\ntwo\nthree\n");
        assert_eq!(go.listing_file().unwrap().name, "a");
        assert_eq!((go.is_typed, rust.is_typed), (false, true));
        assert_eq!(rust.listing_file(), None);
    }

    #[test]
    fn a_block_without_words_keeps_none() {
        let chapter = expanded("```\nplain\n```\n", "");
        assert_eq!(chapter.blocks[0].fence, Fence::default());
        assert_eq!(chapter.blocks[0].line, 1);
        assert_eq!(chapter.expanded(), "```\nplain\n```\n");
    }

    #[test]
    fn hidden_lines_belong_to_the_program() {
        let chapter = expanded("```rust\n# use a;\n#\n    # b\n#[test]\n## c\nd\n```\n", "");
        assert_eq!(
            chapter.blocks[0].program(),
            "use a;\n\nb\n#[test]\n# c\nd\n"
        );
    }

    #[test]
    fn fences_change_in_lists_and_quotations_too() {
        let source = "- ```rust,compile_fail\n  a\n  ```\n\n> ```rust\n> b\n> ```\n";
        let changed = expanded(source, "").with_fences(|block| {
            Some(("rust,no_run".to_owned(), format!("// line {}", block.line)))
        });
        let expected = "- ```rust,no_run\n  // line 1\n  a\n  ```\n\n> ```rust,no_run\n> \
                        // line 5\n> b\n> ```\n";
        assert_eq!(changed, expected);
    }

    #[test]
    fn a_chapter_is_a_module() {
        assert_eq!(chapter("").module(), ["a"]);
        let path = Path::new("running/01-hello.md");
        let chapter = Chapter::new(path, "", "", Path::new("src"));
        assert_eq!(chapter.module(), ["running", "_01_hello"]);
    }
}
