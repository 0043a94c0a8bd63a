//! What a program is linked with in place of `crossbeam-channel` while it is explored.
//!
//! Compiled with `--extern crossbeam_channel=libinterleave_crossbeam_channel.rlib`, a program uses
//! these channels without a change to its text.
//!
//! # Layout
//!
//! - `channel`: what a channel holds, and its state as the explorer sees it;
//! - `port`: one end of a channel as an operation sees it, `sending`, `receiving` and `timer` the
//!   three kinds of ends; `choosing` is the operation, of which a plain `send` or `recv` is the
//!   case with one port only;
//! - `handles`, `asking`, `iter`, `select`, `macros`: what a program calls.
//!
//! # What a schedule can do
//!
//! - `select!` and [`Select`] take any of the ports that are ready; `select_biased!` the first.
//! - In a channel without room, sender and receiver meet in one step, which is the sender's. A
//!   thread that is about to wait may or may not have begun to: for a `try_send`, a `try_recv` or a
//!   `select!` with `default`, that is a choice.
//! - Time is the explorer's: where it may pass at any moment, [`after`] may have sent its message
//!   already whenever one looks, and [`tick`] the next of its.
//!
//! `Select::ready` and its kin are not here, so that a program which needs them does not compile.

mod asking;
mod channel;
mod choosing;
mod handles;
mod iter;
mod macros;
mod port;
mod receiving;
mod select;
mod sending;
mod timer;

pub use crossbeam_channel::{
    RecvError, RecvTimeoutError, SelectTimeoutError, SendError, SendTimeoutError, TryRecvError,
    TrySelectError, TrySendError,
};
pub use handles::{Receiver, Sender, bounded, unbounded};
pub use iter::{IntoIter, Iter, TryIter};
pub use select::{Select, SelectedOperation};
pub use timer::{after, at, never, tick};
