use std::sync::Mutex;

struct Catalogue {
    titles: Mutex<Vec<&'static str>>,
}

impl Catalogue {
    fn size(&self) -> usize {
        self.titles.lock().unwrap().len()
    }

    fn add(&self, title: &'static str) {
        let mut titles = self.titles.lock().unwrap();
        titles.push(title);
        println!("{title} is number {}", self.size());
    }
}

fn main() {
    let catalogue = Catalogue {
        titles: Mutex::new(Vec::new()),
    };
    catalogue.add("Emma");
}
