//! How the server starts, and how it ends.

use crate::support::course::SmallCourse;
use crate::support::serving::{Serving, course};
use snapbox::assert_data_eq;
use snapbox::str;

#[test]
fn a_port_in_use_is_explained() {
    let small = SmallCourse::new();
    let first = Serving::start(small.path());
    let port = first.address.port().to_string();
    let second = course()
        .args(["serve", "--port", &port, "--root"])
        .arg(small.path())
        .output()
        .unwrap();
    assert_eq!(second.status.code(), Some(2));
    assert_eq!(second.stdout, b"");
    let next = (first.address.port() + 1).to_string();
    let stderr = String::from_utf8(second.stderr).unwrap();
    assert_data_eq!(
        stderr.replace(&port, "3000").replace(&next, "3001"),
        str![[r#"
error: failed to listen on 127.0.0.1:3000: another program uses this port; stop it, choose another port (`cargo course serve --port 3001`), or take any free one (`--port 0`)

"#]]
    );
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_server_even_while_pages_listen() {
    for signal in ["INT", "TERM"] {
        let small = SmallCourse::new();
        let serving = Serving::start(small.path());
        let mut page = serving.events();
        let address = serving.address;
        assert!(page.next().is_some());
        serving.signal(signal);
        assert!(serving.ended().success(), "{signal}");
        assert_eq!(page.next(), None, "{signal}");
        assert!(std::net::TcpStream::connect(address).is_err(), "{signal}");
    }
}
