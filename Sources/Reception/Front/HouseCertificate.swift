import Foundation
import HummingbirdTLS
import NIOCore
import NIOSSL

/// The certificate the server shows, read from files and again when they have changed.
///
/// Whoever renews certificates replaces the two files; new connections get the new ones within a minute, without a
/// restart. Files that cannot be used are passed over and the last good ones stay.
package actor HouseCertificate {
    /// Files that are no certificate and its key, in a sentence to show.
    package struct Mistake: Error, Hashable, Sendable {
        package let message: String
    }

    /// A chain and the key that belongs to it.
    private struct Pair: Sendable {
        let chain: [NIOSSLCertificateSource]
        let key: NIOSSLPrivateKeySource
        let stamps: [Date]

        var configuration: TLSConfiguration {
            var made = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: key)
            made.minimumTLSVersion = .tlsv12
            made.applicationProtocols = ["http/1.1"]
            return made
        }
    }

    /// Seconds between two looks at the files.
    private static let patience: Int64 = 60

    private let certificate: String
    private let key: String
    private let now: @Sendable () -> Int64
    private let whenFailed: @Sendable (String) -> Void
    private let first: Pair
    private var held: Pair
    private var lookedAt: Int64

    /// Reads a certificate and its key.
    ///
    /// - Parameters:
    ///   - certificate: A PEM file: the server's certificate, then those it was signed with.
    ///   - key: A PEM file with the private key, without a password.
    ///   - now: Seconds since 1970.
    ///   - whenFailed: Told a sentence where changed files cannot be used.
    /// - Throws: `Mistake`.
    package init(
        certificate: String, key: String, now: @escaping @Sendable () -> Int64,
        whenFailed: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        self.certificate = certificate
        self.key = key
        self.now = now
        self.whenFailed = whenFailed
        first = try HouseCertificate.read(certificate, key)
        held = first
        lookedAt = now()
    }

    /// What a server is set up with: TLS 1.2 or later, and the files' latest content for each connection.
    nonisolated var configuration: TLSConfiguration {
        var made = first.configuration
        made.sslContextCallback = { [self] _, promise in
            promise.completeWithTask { await self.latest() }
        }
        return made
    }

    private func latest() -> NIOSSLContextConfigurationOverride {
        if now() - lookedAt >= HouseCertificate.patience {
            lookedAt = now()
            if HouseCertificate.stamps(certificate, key) != held.stamps {
                do { held = try HouseCertificate.read(certificate, key) } catch let mistake as Mistake {
                    whenFailed(mistake.message)
                } catch {
                    whenFailed("The certificate could not be read again.")
                }
            }
        }
        var override = NIOSSLContextConfigurationOverride()
        override.certificateChain = held.chain
        override.privateKey = held.key
        return override
    }

    private static func read(_ certificate: String, _ key: String) throws -> Pair {
        let stamps = stamps(certificate, key)
        let chain: [NIOSSLCertificateSource]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) }
        } catch {
            throw Mistake(
                message: "\(certificate) is no certificate that can be read. It has to be a PEM file.")
        }
        guard !chain.isEmpty else {
            throw Mistake(message: "\(certificate) has no certificate in it. It has to be a PEM file.")
        }
        let source: NIOSSLPrivateKeySource
        do {
            source = .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        } catch {
            throw Mistake(
                message:
                    "\(key) is no private key that can be read. It has to be a PEM file without a password.")
        }
        let pair = Pair(chain: chain, key: source, stamps: stamps)
        do {
            // BoringSSL compares the two when a context is made.
            _ = try NIOSSLContext(configuration: pair.configuration)
        } catch {
            throw Mistake(message: "The key in \(key) does not belong to the certificate in \(certificate).")
        }
        return pair
    }

    private static func stamps(_ paths: String...) -> [Date] {
        paths.map { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            // A file that is not there has another stamp than any file, so that its return is seen.
            return attributes?[.modificationDate] as? Date ?? .distantPast
        }
    }
}
