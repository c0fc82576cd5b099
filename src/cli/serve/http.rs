//! As much of HTTP as a browser on the same machine needs: one request, one answer.

use std::io::{self, Read, Write};

/// The most bytes the head of a request may have.
const LARGEST: usize = 16 * 1024;

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path without what follows a question mark.
    pub(super) path: String,
    /// Whom the browser believes to talk to.
    pub(super) host: String,
}

/// Reads the head of a request; nothing where there is none, or none that can be understood.
pub(super) fn read(stream: &mut impl Read) -> Option<Request> {
    let mut bytes = Vec::new();
    let mut piece = [0; 2048];
    loop {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut head = httparse::Request::new(&mut headers);
        match head.parse(&bytes) {
            Ok(httparse::Status::Complete(_)) => {
                let host = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case("host"));
                return Some(Request {
                    method: head.method?.to_owned(),
                    path: head.path?.split('?').next()?.to_owned(),
                    host: String::from_utf8_lossy(host?.value).into_owned(),
                });
            }
            Ok(httparse::Status::Partial) if bytes.len() < LARGEST => {}
            _ => return None,
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(read) => bytes.extend_from_slice(&piece[..read]),
        }
    }
}

/// Answers with a body, or for HEAD without.
pub(super) fn answer(
    stream: &mut impl Write,
    request: &Request,
    (status, kind): (&str, &str),
    (policy, body): (&str, &[u8]),
) -> io::Result<()> {
    head(stream, status, kind, policy)?;
    write!(stream, "Content-Length: {}\r\n\r\n", body.len())?;
    if request.method != "HEAD" {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The first lines of an answer. Nothing is kept by the browser, and every answer is the last one of its connection.
pub(super) fn head(stream: &mut impl Write, status: &str, kind: &str, policy: &str) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nCache-Control: no-store\r\nConnection: close\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    )?;
    if !policy.is_empty() {
        write!(stream, "Content-Security-Policy: {policy}\r\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_in_pieces_and_nonsense_is_none() {
        let mut whole: &[u8] = b"GET /report.html?x=1 HTTP/1.1\r\nhost: localhost:1\r\n\r\n";
        let request = read(&mut whole).expect("a request");
        assert_eq!((request.path.as_str(), request.host.as_str()), ("/report.html", "localhost:1"));
        let nonsense: [&[u8]; 4] = [b"", b"\x16\x03\x01\x02", b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localh"];
        for mut bytes in nonsense {
            assert_eq!(read(&mut bytes), None);
        }
        let long = ["GET / HTTP/1.1\r\nA: ", &"x".repeat(100_000), "\r\nHost: h\r\n\r\n"].concat();
        assert_eq!(read(&mut long.as_bytes()), None);
    }
}
