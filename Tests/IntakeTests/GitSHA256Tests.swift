import Intake
import Testing

@Suite struct `SHA-256 and HMAC` {
    private func hex(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(bytes) }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]) func `matches the examples of FIPS 180-4`(message: String, digest: String) {
        #expect(hex(SHA256.digest(message.utf8)) == digest)
    }

    @Test func `matches a million letters a`() {
        // 15,625 blocks and a padding block of their own.
        let digest = SHA256.digest(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        #expect(hex(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ]) func `matches RFC 4231, cases 1, 2 and 6`(key: [UInt8], message: String, code: String) {
        #expect(hex(SHA256.authenticationCode(message.utf8, key: key)) == code)
    }

    @Test func `matches RFC 4231, case 3`() {
        let code = SHA256.authenticationCode(
            repeatElement(UInt8(0xdd), count: 50), key: [UInt8](repeating: 0xaa, count: 20))
        #expect(hex(code) == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
    }

    @Test func `pads messages around the border of a block`() {
        // Lengths at which the padding needs a block more; digests of that many letters a.
        let expected = [
            55: "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318",
            56: "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a",
            64: "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb",
        ]
        for (length, digest) in expected.sorted(by: { $0.key < $1.key }) {
            #expect(
                hex(SHA256.digest(repeatElement(UInt8(ascii: "a"), count: length))) == digest, "\(length)")
        }
    }
}
