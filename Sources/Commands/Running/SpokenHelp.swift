import ArgumentParser
import Domain

/// The language that help is written in while a command line is read: ArgumentParser asks for texts of help without
/// saying for whom.
enum SpokenHelp {
    @TaskLocal static var language = Language.english
}

/// Help in the language that is spoken. `value` names an option's value in it.
func help(en english: String, fr french: String, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(spoken(en: english, fr: french), valueName: value)
}

func spoken(en english: String, fr french: String) -> String {
    Phrase(en: english, fr: french)[SpokenHelp.language]
}
