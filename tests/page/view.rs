//! How a reader looks at a page.

/// One of mdBook's themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Navy,
}

/// The width and the theme that a page is read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    pub theme: Theme,
    pub width: u32,
}

impl View {
    pub const DESKTOP: Self = Self {
        theme: Theme::Light,
        width: 1280,
    };

    /// Light and dark, wide and on a phone.
    pub const ALL: [Self; 4] = [
        Self::DESKTOP,
        Self {
            theme: Theme::Navy,
            ..Self::DESKTOP
        },
        Self {
            theme: Theme::Light,
            width: 390,
        },
        Self {
            theme: Theme::Navy,
            width: 390,
        },
    ];

    pub fn height(self) -> u32 {
        if self.is_phone() { 844 } else { 900 }
    }

    pub fn is_phone(self) -> bool {
        self.width < 600
    }

    /// The name of the theme, as mdBook has it.
    pub fn theme_name(self) -> &'static str {
        match self.theme {
            Theme::Light => "light",
            Theme::Navy => "navy",
        }
    }
}
