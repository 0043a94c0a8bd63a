//! How much of a page a reader sees at once.

/// The size of the window that a page is read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    pub width: u32,
    pub height: u32,
    /// Whether it is a phone's, which lays pages out a little differently.
    pub is_phone: bool,
}

impl View {
    pub const WIDE: Self = Self {
        width: 1280,
        height: 900,
        is_phone: false,
    };

    pub const PHONE: Self = Self {
        width: 390,
        height: 844,
        is_phone: true,
    };
}
