//! Digests of texts, in hexadecimal.

use sha2::Digest as _;

/// SHA-256, which auditors everywhere can check.
pub(crate) fn sha256(text: &str) -> String {
    hex(&sha2::Sha256::digest(text.as_bytes()))
}

/// SM3 (GB/T 32905-2016), which Chinese government systems are asked to use.
pub(crate) fn sm3(text: &str) -> String {
    hex(&sm3::Sm3::digest(text.as_bytes()))
}

/// Bytes as lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(2));
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standards_hold() {
        // FIPS 180-4 and GB/T 32905-2016, appendix A.1: the text `abc`.
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sm3("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }
}
