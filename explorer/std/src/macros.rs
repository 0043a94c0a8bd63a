//! The macros of std that print or make thread-local values.

/// As `std::print!`: one step, however much is printed.
#[macro_export]
macro_rules! print {
    ($($arguments:tt)*) => { $crate::io::__print(::core::format_args!($($arguments)*)) };
}

/// As `std::println!`: one step, since standard output is locked meanwhile.
#[macro_export]
macro_rules! println {
    () => { $crate::io::__print(::core::format_args!("\n")) };
    ($($arguments:tt)*) => {
        $crate::io::__print_line(::core::format_args!($($arguments)*))
    };
}

/// As `std::eprint!`.
#[macro_export]
macro_rules! eprint {
    ($($arguments:tt)*) => { $crate::io::__eprint(::core::format_args!($($arguments)*)) };
}

/// As `std::eprintln!`.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::io::__eprint(::core::format_args!("\n")) };
    ($($arguments:tt)*) => {
        $crate::io::__eprint_line(::core::format_args!($($arguments)*))
    };
}

/// As `std::dbg!`.
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}:{}]", ::core::file!(), ::core::line!(), ::core::column!()) };
    ($value:expr $(,)?) => {
        match $value {
            value => {
                $crate::eprintln!(
                    "[{}:{}:{}] {} = {:#?}",
                    ::core::file!(), ::core::line!(), ::core::column!(),
                    ::core::stringify!($value), &value
                );
                value
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}

/// As `std::thread_local!`: each thread of the explored program has a value of its own.
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attribute:meta])* $visibility:vis static $name:ident: $type:ty = const $init:block $(; $($rest:tt)*)?) => {
        $crate::thread_local!(@key $(#[$attribute])* $visibility $name, $type, $init);
        $($crate::thread_local!($($rest)*);)?
    };
    ($(#[$attribute:meta])* $visibility:vis static $name:ident: $type:ty = const $init:expr $(; $($rest:tt)*)?) => {
        $crate::thread_local!(@key $(#[$attribute])* $visibility $name, $type, $init);
        $($crate::thread_local!($($rest)*);)?
    };
    ($(#[$attribute:meta])* $visibility:vis static $name:ident: $type:ty = $init:expr $(; $($rest:tt)*)?) => {
        $crate::thread_local!(@key $(#[$attribute])* $visibility $name, $type, $init);
        $($crate::thread_local!($($rest)*);)?
    };
    (@key $(#[$attribute:meta])* $visibility:vis $name:ident, $type:ty, $init:expr) => {
        $(#[$attribute])* $visibility static $name: $crate::thread::LocalKey<$type> =
            $crate::thread::LocalKey::__new({
                fn init() -> $type { $init }
                init
            });
    };
}

/// As `std::panic!`.
#[macro_export]
macro_rules! panic {
    ($($arguments:tt)*) => { ::core::panic!($($arguments)*) };
}
