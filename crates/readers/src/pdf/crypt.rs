//! Files that are encrypted, but open without a password (ISO 32000-1, 7.6; ISO 32000-2 for the 256-bit ones): their
//! makers restrict what programs let people do with them. The key comes of the empty password.

use aes::cipher::generic_array::GenericArray;
use aes::cipher::{BlockDecrypt, BlockEncrypt, KeyInit};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

use super::object::{Dict, Obj};

/// How something is encrypted.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cipher {
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// What decrypts a file.
pub struct Crypt {
    key: Vec<u8>,
    streams: Cipher,
    strings: Cipher,
}

/// What pads passwords.
const PADDING: [u8; 32] = *b"\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A";

impl Crypt {
    /// Of what the file says, all of it resolved; `None` if it asks for a password, or is encrypted in another way.
    pub fn open(encrypt: &Dict, id: &[u8]) -> Option<Crypt> {
        if !encrypt.is("Filter", "Standard") {
            return None;
        }
        let version = encrypt.get("V").index().unwrap_or(0);
        let revision = encrypt.get("R").index().unwrap_or(0);
        let (streams, strings) = match version {
            1 | 2 => (Cipher::Rc4, Cipher::Rc4),
            4 | 5 => (cipher(encrypt, "StmF")?, cipher(encrypt, "StrF")?),
            _ => return None,
        };
        let key = if revision >= 5 {
            key_256(encrypt, revision)?
        } else {
            let bits = if version == 1 {
                40
            } else {
                encrypt.get("Length").index().unwrap_or(if version == 4 { 128 } else { 40 })
            };
            // Some write bytes for bits.
            let bytes = if version == 4 {
                16
            } else if bits < 40 {
                bits
            } else {
                bits / 8
            };
            key_128(encrypt, revision, bytes.clamp(5, 16) as usize, id)?
        };
        Some(Crypt { key, streams, strings })
    }

    pub fn stream(&self, id: (u32, u16), bytes: &[u8]) -> Vec<u8> {
        self.decrypt(self.streams, id, bytes)
    }

    pub fn string(&self, id: (u32, u16), bytes: &[u8]) -> Vec<u8> {
        self.decrypt(self.strings, id, bytes)
    }

    fn decrypt(&self, cipher: Cipher, (number, generation): (u32, u16), bytes: &[u8]) -> Vec<u8> {
        let object_key = || {
            let mut md5 = Md5::new();
            md5.update(&self.key);
            md5.update(&number.to_le_bytes()[..3]);
            md5.update(generation.to_le_bytes());
            if cipher == Cipher::Aes128 {
                md5.update(b"sAlT");
            }
            md5.finalize()[..(self.key.len() + 5).min(16)].to_vec()
        };
        match cipher {
            Cipher::None => bytes.to_vec(),
            Cipher::Rc4 => rc4(&object_key(), bytes),
            Cipher::Aes128 => aes_cbc(&object_key(), bytes),
            Cipher::Aes256 => aes_cbc(&self.key, bytes),
        }
    }
}

fn cipher(encrypt: &Dict, key: &str) -> Option<Cipher> {
    let name = encrypt.get(key).name().unwrap_or(b"Identity");
    if name == b"Identity" {
        return Some(Cipher::None);
    }
    let filter = encrypt.get("CF").dict()?.by_name(name).dict()?;
    match filter.get("CFM").name() {
        Some(b"V2") => Some(Cipher::Rc4),
        Some(b"AESV2") => Some(Cipher::Aes128),
        Some(b"AESV3") => Some(Cipher::Aes256),
        Some(b"None") => Some(Cipher::None),
        _ => None,
    }
}

/// Algorithm 2, and 4 or 5 to see whether the password is right.
fn key_128(encrypt: &Dict, revision: u32, length: usize, id: &[u8]) -> Option<Vec<u8>> {
    let owner = encrypt.get("O").string()?.get(..32)?.to_vec();
    let user = encrypt.get("U").string()?.to_vec();
    let permissions = encrypt.get("P").num()? as i64 as u32;
    let mut md5 = Md5::new();
    md5.update(PADDING);
    md5.update(owner);
    md5.update(permissions.to_le_bytes());
    md5.update(id);
    if revision >= 4 && *encrypt.get("EncryptMetadata") == Obj::Bool(false) {
        md5.update([0xff; 4]);
    }
    let mut key = md5.finalize().to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key[..length]).to_vec();
        }
    }
    key.truncate(length);
    let expected = if revision >= 3 {
        let mut md5 = Md5::new();
        md5.update(PADDING);
        md5.update(id);
        let mut check = rc4(&key, &md5.finalize());
        for i in 1..=19_u8 {
            check = rc4(&key.iter().map(|byte| byte ^ i).collect::<Vec<u8>>(), &check);
        }
        check
    } else {
        rc4(&key, &PADDING)
    };
    user.starts_with(&expected).then_some(key)
}

/// Algorithm 2.A of ISO 32000-2.
fn key_256(encrypt: &Dict, revision: u32) -> Option<Vec<u8>> {
    let user = encrypt.get("U").string()?;
    let (hash, check_salt, key_salt) = (user.get(..32)?, user.get(32..40)?, user.get(40..48)?);
    let digest = |salt: &[u8]| if revision == 5 { Sha256::digest(salt).to_vec() } else { hash_2b(salt) };
    if digest(check_salt) != hash {
        return None;
    }
    let packed = encrypt.get("UE").string()?.get(..32)?;
    cbc(&digest(key_salt), &[0; 16], packed)
}

/// Algorithm 2.B, of the empty password.
fn hash_2b(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    let mut round = 0;
    loop {
        let mut block = key.repeat(64);
        let (Ok(cipher), Ok(mut chain)) = (aes::Aes128::new_from_slice(&key[..16]), <[u8; 16]>::try_from(&key[16..32]))
        else {
            return key;
        };
        for part in block.chunks_exact_mut(16) {
            for (byte, before) in part.iter_mut().zip(chain) {
                *byte ^= before;
            }
            cipher.encrypt_block(GenericArray::from_mut_slice(part));
            chain.copy_from_slice(part);
        }
        let remainder = block[..16].iter().map(|&byte| u32::from(byte)).sum::<u32>() % 3;
        key = match remainder {
            0 => Sha256::digest(&block).to_vec(),
            1 => Sha384::digest(&block).to_vec(),
            _ => Sha512::digest(&block).to_vec(),
        };
        round += 1;
        if round >= 64 && block.last().is_none_or(|&last| u32::from(last) <= round - 32) {
            key.truncate(32);
            return key;
        }
    }
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|i| i as u8);
    let mut j = 0_u8;
    for i in 0..256 {
        j = j.wrapping_add(state[i]).wrapping_add(key[i % key.len()]);
        state.swap(i, usize::from(j));
    }
    let (mut i, mut j) = (0_u8, 0_u8);
    let mut next = || {
        i = i.wrapping_add(1);
        j = j.wrapping_add(state[usize::from(i)]);
        state.swap(usize::from(i), usize::from(j));
        state[usize::from(state[usize::from(i)].wrapping_add(state[usize::from(j)]))]
    };
    bytes.iter().map(|byte| byte ^ next()).collect()
}

/// Bytes with their first block, the vector, before them, and padding after them.
fn aes_cbc(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let Some((vector, rest)) = bytes.split_at_checked(16) else { return Vec::new() };
    let mut out = cbc(key, vector, rest).unwrap_or_default();
    if let Some(&padding) = out.last().filter(|&&padding| (1..=16).contains(&padding)) {
        out.truncate(out.len() - usize::from(padding));
    }
    out
}

fn cbc(key: &[u8], vector: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut chain = vector;
    let aes_128 = aes::Aes128::new_from_slice(key).ok();
    let aes_256 = aes::Aes256::new_from_slice(key).ok();
    for packed in bytes.chunks_exact(16) {
        let mut block = GenericArray::clone_from_slice(packed);
        match (&aes_128, &aes_256) {
            (Some(cipher), _) => cipher.decrypt_block(&mut block),
            (_, Some(cipher)) => cipher.decrypt_block(&mut block),
            _ => return None,
        }
        out.extend(block.iter().zip(chain).map(|(byte, before)| byte ^ before));
        chain = packed;
    }
    Some(out)
}
