import Domain
import Engine

extension Lookup {
    /// People who have a part in an application, whom the person may know, by words of their name.
    static func people(of application: Application.ID, except own: User.ID) -> Lookup {
        Lookup { session, text in
            let query = text.nonBlank.map { Text<200>(cutting: $0) }
            let list = ListApplicationPeople(applicationID: application, q: query)
            return session.attempt(list).map { answer in
                answer.data.filter { $0.userID != own }.map { person in
                    Picker.Option(
                        value: person.userID.description, label: person.name, hint: person.companyName ?? "")
                }
            }
        }
    }
}
