//! The tree is a table; what is below stands below.

use std::sync::{Arc, Condvar, Mutex};
#[derive(Default)]
struct Tree {
    rows: Mutex<Vec<(Option<usize>, bool)>>,
    bell: Condvar,
}
pub struct Task {
    tree: Arc<Tree>,
    row: usize,
}
impl Task {
    pub fn first() -> Task {
        let tree = Arc::new(Tree::default());
        tree.rows.lock().unwrap().push((None, false));
        Task { tree, row: 0 }
    }
    pub fn below(&self) -> Task {
        let mut rows = self.tree.rows.lock().unwrap();
        let over = rows[self.row].1;
        rows.push((Some(self.row), over));
        let row = rows.len() - 1;
        drop(rows);
        Task {
            tree: Arc::clone(&self.tree),
            row,
        }
    }
    pub fn end(&self) {
        let mut rows = self.tree.rows.lock().unwrap();
        rows[self.row].1 = true;
        // Those below come after those above.
        for i in self.row + 1..rows.len() {
            if let Some(above) = rows[i].0 {
                if rows[above].1 {
                    rows[i].1 = true;
                }
            }
        }
        self.tree.bell.notify_all();
    }
    pub fn has_ended(&self) -> bool {
        self.tree.rows.lock().unwrap()[self.row].1
    }
    pub fn wait(&self) {
        let mut rows = self.tree.rows.lock().unwrap();
        while !rows[self.row].1 {
            rows = self.tree.bell.wait(rows).unwrap();
        }
    }
}
