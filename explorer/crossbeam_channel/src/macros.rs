//! `select!` and `select_biased!`.

/// As `crossbeam_channel::select!`: waits until one of the operations is ready and chooses any of
/// those that are.
#[macro_export]
macro_rules! select {
    ($($cases:tt)*) => { $crate::__select!(@start new; $($cases)*) };
}

/// As `crossbeam_channel::select_biased!`: chooses the first that is ready.
#[macro_export]
macro_rules! select_biased {
    ($($cases:tt)*) => { $crate::__select!(@start new_biased; $($cases)*) };
}

/// Reads the cases one after the other, gives each a number and the name of a variable, and puts
/// them together at the end. Its arguments are: the constructor of `Select`, what to do by default,
/// the cases that were read, the numbers and names that are left; and then the text that is left.
#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    (@start $new:ident; $($cases:tt)*) => {
        $crate::__select!(@read $new [] []
            [(0 a) (1 b) (2 c) (3 d) (4 e) (5 f) (6 g) (7 h) (8 i) (9 j) (10 k) (11 l)
             (12 m) (13 n) (14 o) (15 p) (16 q) (17 r) (18 s) (19 t) (20 u) (21 v) (22 w) (23 x)];
            $($cases)*)
    };

    // Nothing is left.
    (@read $new:ident $default:tt [$($case:tt)*] $left:tt;) => {
        $crate::__select!(@bind $new $default [$($case)*] [$($case)*])
    };
    (@read $new:ident $default:tt $done:tt []; $($rest:tt)+) => {
        ::core::compile_error!("the explorer's `select!` takes up to 24 cases")
    };

    // The head of a case.
    (@read $new:ident $default:tt $done:tt $left:tt; recv($($channel:tt)*) -> $result:pat => $($rest:tt)*) => {
        $crate::__select!(@body $new $default $done $left (recv ($($channel)*) ($result)); $($rest)*)
    };
    (@read $new:ident $default:tt $done:tt $left:tt; send($($sending:tt)*) -> $result:pat => $($rest:tt)*) => {
        $crate::__select!(@body $new $default $done $left (send ($($sending)*) ($result)); $($rest)*)
    };
    (@read $new:ident [] $done:tt $left:tt; default => $($rest:tt)*) => {
        $crate::__select!(@body $new [] $done $left (default ()); $($rest)*)
    };
    (@read $new:ident [] $done:tt $left:tt; default($($timeout:tt)*) => $($rest:tt)*) => {
        $crate::__select!(@body $new [] $done $left (default ($($timeout)*)); $($rest)*)
    };
    (@read $new:ident $default:tt $done:tt $left:tt; $($rest:tt)+) => {
        ::core::compile_error!(::core::concat!(
            "failed to understand a case of `select!` at: ", ::core::stringify!($($rest)+)
        ))
    };

    // Its body.
    (@body $new:ident $default:tt $done:tt $left:tt $head:tt; $body:block, $($rest:tt)*) => {
        $crate::__select!(@add $new $default $done $left $head ($body); $($rest)*)
    };
    (@body $new:ident $default:tt $done:tt $left:tt $head:tt; $body:block $($rest:tt)*) => {
        $crate::__select!(@add $new $default $done $left $head ($body); $($rest)*)
    };
    (@body $new:ident $default:tt $done:tt $left:tt $head:tt; $body:expr, $($rest:tt)*) => {
        $crate::__select!(@add $new $default $done $left $head ($body); $($rest)*)
    };
    (@body $new:ident $default:tt $done:tt $left:tt $head:tt; $body:expr) => {
        $crate::__select!(@add $new $default $done $left $head ($body);)
    };

    // The whole case.
    (@add $new:ident [] $done:tt $left:tt (default $timeout:tt) $body:tt; $($rest:tt)*) => {
        $crate::__select!(@read $new [$timeout $body] $done $left; $($rest)*)
    };
    (@add $new:ident $default:tt [$($done:tt)*] [($number:tt $name:ident) $($left:tt)*]
        (recv ($channel:expr $(,)?) $result:tt) $body:tt; $($rest:tt)*) => {
        $crate::__select!(@read $new $default
            [$($done)* (recv $number $name ($channel) () $result $body)] [$($left)*]; $($rest)*)
    };
    (@add $new:ident $default:tt [$($done:tt)*] [($number:tt $name:ident) $($left:tt)*]
        (send ($channel:expr, $message:expr $(,)?) $result:tt) $body:tt; $($rest:tt)*) => {
        $crate::__select!(@read $new $default
            [$($done)* (send $number $name ($channel) ($message) $result $body)] [$($left)*]; $($rest)*)
    };

    // Each channel is looked at once, before anything is chosen.
    (@bind $new:ident $default:tt $cases:tt [(recv $number:tt $name:ident ($channel:expr) $($case:tt)*) $($more:tt)*]) => {
        match $channel {
            ref channel => {
                let $name: &$crate::Receiver<_> = channel;
                $crate::__select!(@bind $new $default $cases [$($more)*])
            }
        }
    };
    (@bind $new:ident $default:tt $cases:tt [(send $number:tt $name:ident ($channel:expr) $($case:tt)*) $($more:tt)*]) => {
        match $channel {
            ref channel => {
                let $name: &$crate::Sender<_> = channel;
                $crate::__select!(@bind $new $default $cases [$($more)*])
            }
        }
    };

    // One is chosen.
    (@bind $new:ident [] $cases:tt []) => {{
        let chosen = {
            let mut select = $crate::Select::$new();
            $crate::__select!(@register select $cases);
            select.select()
        };
        $crate::__select!(@run chosen $cases)
    }};
    (@bind $new:ident [() ($otherwise:expr)] $cases:tt []) => {{
        let chosen = {
            let mut select = $crate::Select::$new();
            $crate::__select!(@register select $cases);
            select.try_select()
        };
        match chosen {
            ::core::result::Result::Ok(chosen) => $crate::__select!(@run chosen $cases),
            ::core::result::Result::Err(_) => $otherwise,
        }
    }};
    (@bind $new:ident [($timeout:expr) ($otherwise:expr)] $cases:tt []) => {{
        let chosen = {
            let mut select = $crate::Select::$new();
            $crate::__select!(@register select $cases);
            select.select_timeout($timeout)
        };
        match chosen {
            ::core::result::Result::Ok(chosen) => $crate::__select!(@run chosen $cases),
            ::core::result::Result::Err(_) => $otherwise,
        }
    }};

    (@register $select:ident [$(($kind:ident $number:tt $name:ident $($case:tt)*))*]) => {
        $( $select.$kind($name); )*
        let _ = &mut $select;
    };

    // What is done with the one that was chosen.
    (@run $chosen:ident [$(($kind:ident $number:tt $name:ident $channel:tt $message:tt ($result:pat) ($body:expr)))*]) => {
        match $chosen.index() {
            $(
                $number => {
                    let $result = $crate::__select!(@complete $kind $chosen $name $message);
                    $body
                }
            )*
            _ => {
                ::core::mem::forget($chosen);
                ::core::unreachable!("one of the cases was chosen")
            }
        }
    };
    (@complete recv $chosen:ident $name:ident ()) => { $chosen.recv($name) };
    (@complete send $chosen:ident $name:ident ($message:expr)) => { $chosen.send($name, $message) };
}
