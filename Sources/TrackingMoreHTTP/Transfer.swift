internal import CCurl
internal import TrackingMore

/// One exchange in flight: the request it was made from and the answer gathered so far.
///
/// Touched by the loop's thread alone once it has been handed over.
final class Transfer: @unchecked Sendable {
    private let request: HTTPRequest
    private let limits: CurlTransport.Limits
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var body: [UInt8] = []
    private var headers: [(name: String, value: String)] = []
    private var isTooLarge = false
    private var headerBytes = 0
    private static let mostHeaderBytes = 256 << 10
    /// Whether the request has been handed to a connection.
    private var hasBegun = false
    /// Set and read under the loop's lock: a task may be cancelled before its transfer is handed over.
    var isCancelled = false

    init(_ request: HTTPRequest, limits: CurlTransport.Limits) {
        self.request = request
        self.limits = limits
    }

    /// An easy handle with everything set, or `nil` if libcurl refuses a setting.
    func setUp() -> UnsafeMutableRawPointer? {
        guard let easy = ccurl_easy_init() else { return nil }
        var lines = request.headers.map { "\($0.name): \($0.value)" }
        // libcurl would wait a second for "100 Continue" on larger bodies.
        lines.append("Expect:")
        for line in lines { headerList = ccurl_list_append(headerList, line) }

        let context = Unmanaged.passUnretained(self).toOpaque()
        var settings: [CURLcode] = [
            ccurl_easy_set_text(easy, CURLOPT_URL, request.url),
            ccurl_easy_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method),
            ccurl_easy_set_pointer(easy, CURLOPT_HTTPHEADER, headerList),
            ccurl_easy_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https"),
            ccurl_easy_set_text(easy, CURLOPT_ACCEPT_ENCODING, ""),
            ccurl_easy_set_long(easy, CURLOPT_NOSIGNAL, 1),
            ccurl_easy_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds),
            ccurl_easy_set_long(easy, CURLOPT_TIMEOUT_MS, limits.total.milliseconds),
            ccurl_easy_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1),
            ccurl_easy_set_pointer(easy, CURLOPT_WRITEDATA, context),
            ccurl_easy_set_callback(easy, CURLOPT_WRITEFUNCTION, Transfer.receiveBody),
            ccurl_easy_set_pointer(easy, CURLOPT_HEADERDATA, context),
            ccurl_easy_set_callback(easy, CURLOPT_HEADERFUNCTION, Transfer.receiveHeader),
        ]
        if !request.body.isEmpty || request.method == "POST" || request.method == "PUT" {
            settings.append(ccurl_easy_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)))
            request.body.withUnsafeBytes { bytes in
                // An empty body needs an address too; nothing is read from it.
                let address = bytes.baseAddress ?? UnsafeRawPointer(context)
                settings.append(ccurl_easy_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, address))
            }
        }
        if !mayBeSentAgain { settings.append(contentsOf: sendingOnce(easy, context)) }
        // A proxy would see a key in the clear, and this machine needs none to reach itself.
        if isForThisMachine { settings.append(ccurl_easy_set_text(easy, CURLOPT_NOPROXY, "*")) }
        switch CertificateStore.current {
        case .bundle(let path):
            settings.append(ccurl_easy_set_text(easy, CURLOPT_CAINFO, path))
        case .directory(let path):
            settings.append(ccurl_easy_set_pointer(easy, CURLOPT_CAINFO, nil))
            settings.append(ccurl_easy_set_text(easy, CURLOPT_CAPATH, path))
        case .libraryDefault: break
        }
        guard settings.allSatisfy({ $0 == CURLE_OK }) else {
            tearDown(easy)
            return nil
        }
        return easy
    }

    /// libcurl sends a request a second time where a connection that was kept is closed before the answer begins: what
    /// may have been carried out must not be sent so.
    private func sendingOnce(_ easy: UnsafeMutableRawPointer, _ context: UnsafeMutableRawPointer) -> [CURLcode] {
        let hook = ccurl_easy_set_request_callback(easy, CURLOPT_PREREQFUNCTION, Transfer.beforeRequest)
        // A libcurl before 7.80 cannot be asked; it repeats nothing on a connection of its own.
        guard hook == CURLE_OK else { return [ccurl_easy_set_long(easy, CURLOPT_FRESH_CONNECT, 1)] }
        return [ccurl_easy_set_pointer(easy, CURLOPT_PREREQDATA, context)]
    }

    /// A GET changes nothing and costs nothing.
    private var mayBeSentAgain: Bool { request.method == "GET" }

    func tearDown(_ easy: UnsafeMutableRawPointer) {
        ccurl_easy_cleanup(easy)
        if let headerList { ccurl_list_free(headerList) }
        headerList = nil
    }

    /// What became of the exchange.
    func result(of easy: UnsafeMutableRawPointer, code: CURLcode) -> Result<HTTPResponse, TransportError> {
        guard code == CURLE_OK else { return .failure(error(for: code, easy)) }
        var status: CLong = 0
        _ = ccurl_easy_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return .success(HTTPResponse(status: Int(status), headers: headers, body: body))
    }
}

extension Transfer {
    private static let beforeRequest: ccurl_request_callback = { context, _, _, _, _ in
        guard let context else { return CURL_PREREQFUNC_ABORT }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        defer { transfer.hasBegun = true }
        return transfer.hasBegun ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK
    }

    private static let receiveBody: ccurl_data_callback = { data, size, count, context in
        guard let data, let context else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        let length = size * count
        guard transfer.body.count + length <= transfer.limits.body else {
            transfer.isTooLarge = true
            return 0
        }
        transfer.body.append(contentsOf: UnsafeRawBufferPointer(start: data, count: length))
        return length
    }

    private static let receiveHeader: ccurl_data_callback = { data, size, count, context in
        guard let data, let context else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        let length = size * count
        transfer.headerBytes += length
        guard transfer.headerBytes <= mostHeaderBytes else { return 0 }
        transfer.take(headerLine: String(decoding: UnsafeRawBufferPointer(start: data, count: length), as: UTF8.self))
        return length
    }

    private func take(headerLine line: String) {
        // A new status line (after a proxy's or an interim answer) starts the headers anew.
        if line.hasPrefix("HTTP/") { headers = [] }
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].trimmed
        headers.append((name: String(line[..<colon]), value: value))
    }

    private func error(for code: CURLcode, _ easy: UnsafeMutableRawPointer) -> TransportError {
        let endlessHeaders = TransportError.unreadable("the headers of the answer are too large")
        if headerBytes > Self.mostHeaderBytes { return endlessHeaders }
        if isTooLarge { return .tooLarge(limit: limits.body) }
        var sentBytes: CLong = 0
        _ = ccurl_easy_get_long(easy, CURLINFO_REQUEST_SIZE, &sentBytes)
        let wasSent = sentBytes > 0
        let reason = String(cString: ccurl_easy_error(code))
        return switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: .unreachable(host: host)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy(reason)
        case CURLE_OPERATION_TIMEDOUT: .timedOut(wasSent ? .afterSending : .beforeSending)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED:
            .tls(reason)
        case CURLE_UNSUPPORTED_PROTOCOL where wasSent, CURLE_WEIRD_SERVER_REPLY: .unreadable("the answer is not HTTP")
        // How libcurl says that a single line of the headers is.
        case CURLE_OUT_OF_MEMORY where wasSent: endlessHeaders
        // The second sending that was refused.
        case CURLE_ABORTED_BY_CALLBACK: .other("the connection was closed before the answer", sent: true)
        default: .other(reason, sent: wasSent)
        }
    }

    private var isForThisMachine: Bool {
        let name = host.hasPrefix("[") ? String(host.prefix { $0 != "]" }) + "]" : String(host.prefix { $0 != ":" })
        return name == "localhost" || name == "[::1]" || name.hasPrefix("127.")
    }

    /// The host and port of the URL, for messages.
    private var host: String {
        let rest = request.url.firstRange(of: "://").map { request.url[$0.upperBound...] } ?? request.url[...]
        return String(rest.prefix { $0 != "/" && $0 != "?" })
    }
}

extension Duration {
    /// At least one: libcurl takes 0 for "no limit".
    fileprivate var milliseconds: CLong {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        return overflow ? CLong.max : max(1, CLong(product + attoseconds / 1_000_000_000_000_000))
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
        let start = self.drop(while: isBlank)
        guard let end = start.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(start[...end])
    }
}
