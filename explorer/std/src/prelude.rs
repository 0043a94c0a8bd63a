//! What every program has in scope: std's preludes, with our macros in place of std's.

macro_rules! preludes {
    ($($name:ident)*) => { $(
        /// As the prelude of this name in std.
        pub mod $name {
            pub use ::std::prelude::$name::*;
            pub use crate::{dbg, eprint, eprintln, print, println, thread_local};
        }
    )* };
}

preludes! { v1 rust_2015 rust_2018 rust_2021 rust_2024 }
