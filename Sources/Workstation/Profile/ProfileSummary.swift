import Domain
import Engine

extension ProfileComposer {
    /// Contacts, wishes, what the job asks for and whether it is there, and the skills.
    var summary: [PaneLine] {
        let candidate = record.candidate
        var lines: [PaneLine] = []
        if candidate.anonymous {
            lines += [
                .text(
                    say(
                        "Anonymous profile: name, contacts and CV are shown once the candidate has applied to, or was "
                            + "submitted for, one of your jobs.",
                        "Profil anonyme : le nom, les coordonnées et le CV apparaissent quand le candidat a postulé à "
                            + "l’une de vos offres, ou vous a été présenté."), .dim),
                .blank,
            ]
        }
        lines += facts
        if let text = candidate.summary?.nonBlank { lines += [.blank, .text(text)] }
        lines += requirements
        lines += skills
        return lines
    }

    private var facts: [PaneLine] {
        let candidate = record.candidate
        var facts: [(label: String, value: String?)] = []
        for email in candidate.emails ?? [] { facts.append((say("E-mail", "E-mail"), email.value.value)) }
        for phone in candidate.phones ?? [] { facts.append((say("Phone", "Téléphone"), phone.value.value)) }
        facts.append((say("Place", "Lieu"), candidate.location?.longText))
        for profile in candidate.profiles ?? [] {
            facts.append((profile.network.value, profile.url?.value ?? profile.username?.value))
        }
        facts.append((say("Languages", "Langues"), languages))
        facts.append(
            (
                say("Experience", "Expérience"),
                candidate.experienceMonths.flatMap { months in
                    months > 0 ? NumberWords.experience(months: months, language) : nil
                }
            ))
        facts.append(
            (
                say("Education", "Formation"),
                candidate.educationLevel.map {
                    EducationLevel.title(of: $0, language)
                }
            ))
        facts.append((say("Works at", "Employeur"), candidate.currentCompany))
        facts.append((say("Wants", "Souhaite"), wishes))
        facts.append((say("Salary", "Salaire"), MoneyWords.range(candidate.desiredSalary, language)))
        facts.append((say("Permit", "Autorisation"), candidate.workAuthorization))
        facts.append((say("Status", "Statut"), candidate.status.map { $0.title[language] }))
        if let tags = candidate.tags, !tags.isEmpty {
            facts.append((say("Tags", "Étiquettes"), tags.joined(separator: ", ")))
        }
        return facts.compactMap { label, value in
            value?.nonBlank.map { .fact(label: label, value: $0) }
        }
    }

    private var languages: String? {
        guard let languages = record.candidate.languages, !languages.isEmpty else { return nil }
        return languages.map { spoken in
            spoken.language.value + (spoken.fluency.map { " (\($0.value))" } ?? "")
        }.joined(separator: ", ")
    }

    private var wishes: String? {
        let candidate = record.candidate
        var wishes = (candidate.desiredEmploymentTypes ?? []).map { $0.title[language] }
        if let workplace = candidate.remotePreference { wishes.append(workplace.title[language]) }
        if candidate.willingToRelocate == true { wishes.append(say("would move", "mobile")) }
        return wishes.isEmpty ? nil : wishes.joined(separator: ", ")
    }

    /// What the job asks for against what the candidate has.
    private var requirements: [PaneLine] {
        var lines: [PaneLine] = []
        for importance in SkillRequirement.Importance.allCases {
            let asked = record.requirements.filter { $0.importance == importance }
            guard !asked.isEmpty else { continue }
            let checks = asked.map(check)
            let met = checks.count { if case .check(true, _, _) = $0 { true } else { false } }
            lines += [.blank, .heading(importance.title[language], trailing: "\(met) / \(asked.count)")] + checks
        }
        return lines
    }

    private func check(_ requirement: SkillRequirementView) -> PaneLine {
        guard let skill = record.candidate.skills?.first(where: { $0.skillID == requirement.skillID }) else {
            return .check(isMet: false, name: requirement.name, detail: say("not found", "introuvable"))
        }
        if let least = requirement.minLevel, skill.level < least {
            let detail = say("level \(skill.level) of \(least)", "niveau \(skill.level) sur \(least)")
            return .check(isMet: false, name: requirement.name, detail: detail)
        }
        if let least = requirement.minYears, (skill.years ?? 0) < least {
            let (has, asks) = (NumberWords.years(skill.years ?? 0, language), NumberWords.years(least, language))
            return .check(isMet: false, name: requirement.name, detail: say("\(has) of \(asks)", "\(has) sur \(asks)"))
        }
        let detail =
            skill.years.map { NumberWords.years($0, language) } ?? skill.origin.map { $0.title[language] } ?? ""
        return .check(isMet: true, name: requirement.name, detail: detail)
    }

    private var skills: [PaneLine] {
        guard let skills = record.candidate.skills, !skills.isEmpty else { return [] }
        return [.blank, .heading(say("Skills", "Compétences"), trailing: "\(skills.count)")]
            + skills.map { skill in
                .skill(
                    name: skill.name, level: skill.level,
                    detail: skill.years.map { NumberWords.years($0, language) } ?? "")
            }
    }
}
