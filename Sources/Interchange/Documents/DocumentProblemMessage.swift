extension DocumentProblem {
    /// The problem in words, with what to do about it.
    public func message(in language: MessageLanguage) -> String {
        language == .french ? french : english
    }

    private var english: String {
        switch self {
        case .tooLarge(let limit): "The file is larger than \(limit / 1_048_576) MB."
        case .expandsTooFar(let limit): "The file expands to more than \(limit / 1_048_576) MB, so it was not opened."
        case .tooManyPages(let count, let limit): "The document has \(count) pages; at most \(limit) are read."
        case .encrypted: "The document is protected by a password. Save it without one and try again."
        case .noText: "The document holds no text; it may be a scan. Ask for a version with text."
        case .empty: "The file is empty."
        case .damaged(let type): "The \(type.name) file is damaged or incomplete."
        case .wrongType(let found): "This is not a CV that can be read (\(found)). PDF, DOCX, text and JSON Resume are."
        case .timedOut: "Reading the document took too long, so it was stopped."
        case .toolMissing(let name, let package):
            "The program \(name) is not installed. Install it with: apt install \(package)"
        case .unsupported(let type): "\(type) files are not read. Save it as PDF or DOCX."
        case .unreadable(let path): "\(path) cannot be opened."
        }
    }

    private var french: String {
        switch self {
        case .tooLarge(let limit): "Le fichier dépasse \(limit / 1_048_576) Mo."
        case .expandsTooFar(let limit):
            "Une fois décompressé, le fichier dépasse \(limit / 1_048_576) Mo ; il n’a pas été ouvert."
        case .tooManyPages(let count, let limit):
            "Le document compte \(count) pages ; \(limit) au plus sont lues."
        case .encrypted: "Le document est protégé par un mot de passe. Enregistrez-le sans mot de passe."
        case .noText: "Le document ne contient pas de texte ; c’est peut-être une image. Demandez une version texte."
        case .empty: "Le fichier est vide."
        case .damaged(let type): "Le fichier \(type.name) est endommagé ou incomplet."
        case .wrongType(let found):
            "Ce n’est pas un CV lisible (\(found)). Sont lus : PDF, DOCX, texte et JSON Resume."
        case .timedOut: "La lecture du document a pris trop de temps ; elle a été arrêtée."
        case .toolMissing(let name, let package):
            "Le programme \(name) n’est pas installé. Installez-le avec : apt install \(package)"
        case .unsupported(let type): "Les fichiers \(type) ne sont pas lus. Enregistrez-le en PDF ou DOCX."
        case .unreadable(let path): "\(path) ne peut pas être ouvert."
        }
    }
}

extension DocumentProblem: CustomStringConvertible {
    public var description: String { message(in: .english) }
}
