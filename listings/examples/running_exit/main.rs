use std::sync::mpsc;
use std::thread;

struct Book(&'static str);

impl Drop for Book {
    fn drop(&mut self) {
        println!("{} is back on its shelf", self.0);
    }
}

fn main() {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let _book = Book("the atlas");
        tell.send("the clerk has a book in his hand").unwrap();
        loop {
            thread::park();
        }
    });
    println!("{}", told.recv().unwrap());
    println!("the librarian leaves");
}
