import Foundation

/// Reads e-mail, telephone, addresses on the web and the place where a person lives.
struct ContactReader {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let phoneWord =
        #/(?i)\b(?:phone|mobile|t[ée]l(?:[ée]phone)?|cell|portable|gsm)\b/#
    nonisolated(unsafe) private static let addressStart = #/(?i)^(?:https?:\/\/)?(?:www\.)?/#
    nonisolated(unsafe) private static let placeLabel =
        #/(?i)(?:location|lieu|ville|city|adresse|address|domicile)\s*:\s*/#
    nonisolated(unsafe) private static let webAddress =
        #/(?i)(?:https?:\/\/)?(?:www\.)?[a-z0-9\-]+(?:\.[a-z0-9\-]+)+(?:\/[^\s|,;)]*)?/#

    let outline: ResumeOutline
    /// The language that the CV seems to be in, which decides about doubtful telephone numbers.
    let isFrench: Bool

    func read(into resume: inout Resume) {
        let header = outline.headerLines.filter { !$0.isBlank }.prefix(40)
        let all = outline.lines
        for line in Array(header) + all {
            guard let match = line.text.firstMatch(of: Self.email) else { continue }
            resume.basics.email = String(match.0).lowercased() == String(match.0) ? String(match.0) : String(match.0)
            resume.evidence["basics.email"] = Resume.Evidence(confidence: 0.99, line: line.number)
            break
        }
        readLocation(Array(header), into: &resume)
        readPhone(Array(header), into: &resume)
        readAddresses(Array(header), into: &resume)
    }

    nonisolated(unsafe) static let email =
        #/[\p{L}0-9._%+\-]+@[A-Za-z0-9](?:[A-Za-z0-9\-.]*[A-Za-z0-9])?\.[A-Za-z]{2,24}/#

    private func readPhone(_ header: [ResumeLine], into resume: inout Resume) {
        let labelled = header.filter { Self.phoneLabel($0.text) }
        for line in labelled + header + outline.lines {
            let isLabelled = Self.phoneLabel(line.text)
            guard let number = PhoneNumber.find(in: line.text) else { continue }
            let country = resume.basics.location.countryCode
            let guess =
                PhoneNumber.e164(number, country: country) ?? PhoneNumber.e164(number)
                ?? (isFrench ? PhoneNumber.e164(number, country: "FR") : nil)
            guard guess != nil || isLabelled else { continue }
            resume.basics.phone = number
            resume.basics.phoneE164 = guess ?? ""
            resume.evidence["basics.phone"] = Resume.Evidence(confidence: guess == nil ? 0.6 : 0.97, line: line.number)
            return
        }
    }

    private static func phoneLabel(_ text: String) -> Bool {
        text.firstMatch(of: Self.phoneWord) != nil
    }

    private func readAddresses(_ header: [ResumeLine], into resume: inout Resume) {
        for line in header {
            for match in line.text.matches(
                of: Self.webAddress)
            {
                let text = String(match.0)
                let start = match.range.lowerBound
                let isMail = start > line.text.startIndex && "@._+-".contains(line.text[line.text.index(before: start)])
                let follows = match.range.upperBound < line.text.endIndex && line.text[match.range.upperBound] == "@"
                guard !isMail, !follows, Self.isAddress(text) else { continue }
                let bare = text.replacing(Self.addressStart) { _ in "" }
                if let network = Self.network(of: bare) {
                    let username = bare.split(separator: "/").last.map(String.init) ?? ""
                    let profile = Resume.Profile(network: network, username: username, url: text)
                    if !resume.basics.profiles.contains(profile) { resume.basics.profiles.append(profile) }
                } else if resume.basics.url.isEmpty {
                    resume.basics.url = text
                }
            }
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        if text.lowercased().hasPrefix("http") || text.lowercased().hasPrefix("www.") || text.contains("/") {
            return text.contains(where: \.isLetter)
        }
        let ending = text.split(separator: ".").last?.lowercased() ?? ""
        return ["com", "fr", "org", "net", "io", "dev", "me", "eu", "be", "ch", "uk", "de", "ca", "app", "tech"]
            .contains(ending) && !["vue.js"].contains(text.lowercased())
    }

    private static func network(of address: String) -> String? {
        let host = address.split(separator: "/").first.map { $0.lowercased() } ?? ""
        let networks = [
            "linkedin.": "LinkedIn", "github.": "GitHub", "gitlab.": "GitLab", "twitter.": "Twitter", "x.com": "X",
            "stackoverflow.": "Stack Overflow", "viadeo.": "Viadeo", "xing.": "XING", "behance.": "Behance",
            "dribbble.": "Dribbble", "medium.": "Medium", "facebook.": "Facebook", "instagram.": "Instagram",
        ]
        return networks.first { host.hasPrefix($0.key) || host.contains("." + $0.key) }?.value
    }

    private func readLocation(_ header: [ResumeLine], into resume: inout Resume) {
        for (index, line) in header.enumerated() {
            let label = line.text.prefixMatch(of: Self.placeLabel)
            let text = label.map { String(line.text[$0.range.upperBound...]) } ?? line.text
            let context = index + 1 < header.count ? header[index + 1].text : ""
            guard let place = PlaceText.find(in: text, isLabelled: label != nil, next: context) else { continue }
            resume.basics.location = place
            let confidence = place.postalCode.isEmpty ? 0.8 : 0.95
            resume.evidence["basics.location.city"] = Resume.Evidence(confidence: confidence, line: line.number)
            return
        }
    }
}
