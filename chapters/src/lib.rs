//! Reads the chapters as a reader sees them.
//!
//! mdBook's own preprocessors expand every include. What they give is parsed into
//! [`Block`]s, each with the line where it stands in the chapter's source and the listing file
//! that it shows. [`Claims`] say what the chapters claim of a listing.
//!
//! # Layout
//!
//! | module | what is in it |
//! |---|---|
//! | [`book`] | a whole book, loaded and expanded |
//! | [`chapter`] | one chapter: its source, its expansion, its blocks |
//! | [`include`] | `{{#include …}}` directives, and the listing file that one names |
//! | [`fence`] | the words behind a block's backticks: the grammar of claims |
//! | [`claims`] | what all chapters together claim of one listing |
//! | [`link`] | links and images of a chapter |

pub mod book;
pub mod chapter;
pub mod claims;
pub mod fence;
pub mod include;
pub mod link;

pub use book::{Book, Error};
pub use chapter::{Block, Chapter};
pub use claims::{Claims, Record};
pub use fence::{Fence, Language, Mode, Role};
pub use include::{Include, ListingFile, Shelf};
