//! A plain file server, as any web host has it: it knows nothing of the course.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

/// Serves the files of a folder below `/some/where/`, until the tests end.
pub fn serve(folder: PathBuf) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let folder = folder.clone();
            thread::spawn(move || answer(stream, &folder));
        }
    });
    address
}

/// A browser may close a connection at any time: then there is nobody to answer.
fn answer(mut stream: TcpStream, folder: &Path) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    let target = first.split(' ').nth(1)?;
    let path = target.split('?').next()?;
    let file = path.strip_prefix("/some/where/").map(|path| match path {
        "" => folder.join("index.html"),
        path => folder.join(path),
    });
    let kind = file.as_deref().map(mime_guess::from_path);
    let kind = kind.map_or_else(String::new, |kind| kind.first_or_octet_stream().to_string());
    let (status, body) = match file.map(std::fs::read) {
        Some(Ok(body)) => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&body).ok()
}
