//! Requests as they go over the wire. A browser or a library would tidy them up first:
//! it would resolve `..` in a path, and never send somebody else's `Host`.

use super::LIMIT;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};

/// What the server answered.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value)
    }
}

/// Asks for `path` in the name of `host`.
pub fn get(address: SocketAddr, host: &str, path: &str) -> Answer {
    request(address, "GET", host, path)
}

/// A request with whatever in it.
pub struct Request<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub headers: Vec<(&'a str, String)>,
    pub body: &'a [u8],
}

impl Request<'_> {
    /// Sends it and reads the whole answer.
    pub fn send(&self, address: SocketAddr) -> Answer {
        let (status, head, mut reader) = self.open(address);
        let mut body = Vec::new();
        match reader.read_to_end(&mut body) {
            Ok(_) => {}
            // Who has not read a request to its end hangs up like this.
            Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
            Err(error) => panic!("{error}"),
        }
        Answer { status, head, body }
    }

    /// Sends it and reads the head of the answer. The body is left in the reader.
    ///
    /// HTTP/1.0, in which the body is whatever comes until the connection ends.
    pub fn open(&self, address: SocketAddr) -> (u16, String, BufReader<TcpStream>) {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        let mut head = format!("{} {} HTTP/1.0\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        if self.method == "POST" {
            head += &format!("Content-Length: {}\r\n", self.body.len());
        }
        stream.write_all((head + "\r\n").as_bytes()).unwrap();
        // Who refuses a request need not read it to its end.
        let _ = stream.write_all(self.body);
        let mut reader = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            let read = reader.read_line(&mut head).unwrap();
            assert_ne!(read, 0, "the answer ended in its head: {head:?}");
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head, reader)
    }
}

/// Sends a request without a body.
pub fn request(address: SocketAddr, method: &str, host: &str, path: &str) -> Answer {
    plain(method, host, path).send(address)
}

/// Sends a request without a body and reads the head of the answer.
pub fn open(
    address: SocketAddr,
    method: &str,
    host: &str,
    path: &str,
) -> (u16, String, BufReader<TcpStream>) {
    plain(method, host, path).open(address)
}

fn plain<'a>(method: &'a str, host: &str, path: &'a str) -> Request<'a> {
    Request {
        method,
        path,
        headers: vec![("Host", host.to_owned())],
        body: &[],
    }
}
