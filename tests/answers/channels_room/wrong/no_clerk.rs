//! Rejected: the clerk is a thread of his own, the librarian is not

pub fn carry(
    _room: usize,
    mut fetch: impl FnMut() -> Option<String> + Send,
    mut desk: impl FnMut(String),
) {
    while let Some(book) = fetch() {
        desk(book);
    }
}
