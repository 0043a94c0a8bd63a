//! Looks into values of any type.
//!
//! The explorer must ask three questions of a value whose type it knows nothing about:
//!
//! 1. [`text`]: how does it read, for a person? Its `Debug` form, if the type has one.
//! 2. [`contents`]: what does it hold, to the last bit? Two states of a program may be taken for
//!    one only if what their locks hold is equal, so an answer is given only where it is *exact*:
//!    numbers, text, and the standard collections of such. A `Debug` that leaves something out
//!    would be no such answer.
//! 3. [`birth`]: is it being made while the program runs, or was it made by the compiler (a
//!    `static`)? A `const fn` cannot tell on stable Rust.
//!
//! It also has the pointer from which the stand-in for `Arc` is made ([`Shared`]), because only
//! with unstable features can a type of one's own be turned into one of a trait object.
//!
//! This is the only crate of the workspace that uses unstable features of the compiler
//! (specialization, `const_eval_select`, `CoerceUnsized`, `LegacyReceiver`). Without them (see `build.rs`) it is built in a
//! plainer form: `text` and `contents` know a closed list of types, `birth` answers nothing,
//! and an `Arc` of a trait object, or one that is `self`, does not compile.
//! The verdicts of the explorer stay right: it merges fewer states and shows fewer values.
#![cfg_attr(
    any_type,
    feature(
        specialization,
        core_intrinsics,
        const_eval_select,
        coerce_unsized,
        legacy_receiver_trait,
        unsize
    ),
    allow(incomplete_features, internal_features)
)]

mod birth;
mod contents;
mod given_away;
mod shared;
mod text;
mod waker;

pub use birth::{birth, set_birth_registrar};
pub use contents::{Holds, contents};
pub use shared::{Counter, Shared, Weak, WeakCounter};
pub use text::text;
pub use waker::Waking;

/// Whether this build looks into any type (true), or into a closed list of types (false).
pub const ANY_TYPE: bool = cfg!(any_type);
