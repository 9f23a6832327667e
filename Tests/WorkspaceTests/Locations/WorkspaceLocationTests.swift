import Testing
import Workspace

@Suite struct WorkspaceLocationTests {
    let home = ["HOME": "/home/anna"]

    @Test func withoutAnythingItIsInTheHomeFolder() throws {
        let location = try WorkspaceLocation.resolve(environment: home)
        #expect(location.folder == "/home/anna/.local/share/recrutementplus/default")
        #expect(location.configuration == "/home/anna/.config/recrutementplus")
        #expect(location.state == "/home/anna/.local/state/recrutementplus")
        #expect(location.database == "/home/anna/.local/share/recrutementplus/default/workspace.db")
        #expect(location.name == "default")
    }

    @Test func theXDGVariablesMoveIt() throws {
        let location = try WorkspaceLocation.resolve(
            name: "demo",
            environment: ["XDG_DATA_HOME": "/data/", "XDG_CONFIG_HOME": "/config", "XDG_STATE_HOME": "/state"])
        #expect(location.folder == "/data/recrutementplus/demo")
        #expect(location.configuration == "/config/recrutementplus")
        #expect(location.log == "/state/recrutementplus/rplus.log")
    }

    @Test func relativeXDGVariablesAreIgnored() throws {
        let environment = ["HOME": "/home/anna", "XDG_DATA_HOME": "data"]
        let location = try WorkspaceLocation.resolve(environment: environment)
        #expect(location.folder == "/home/anna/.local/share/recrutementplus/default")
    }

    @Test func theOptionWinsOverTheVariable() throws {
        let environment = ["HOME": "/home/anna", "RPLUS_WORKSPACE": "/srv/ours"]
        #expect(try WorkspaceLocation.resolve(environment: environment).folder == "/srv/ours")
        let location = try WorkspaceLocation.resolve(
            folder: "./mine//", environment: environment, currentFolder: "/home/anna/work")
        #expect(location.folder == "/home/anna/work/mine")
        #expect(location.name == "mine")
    }

    @Test func withoutAHomeItSaysWhatToSet() {
        #expect(throws: WorkspaceProblem.noHome(variable: "XDG_CONFIG_HOME")) {
            try WorkspaceLocation.resolve(environment: [:])
        }
        #expect(throws: WorkspaceProblem.emptyPath) { try WorkspaceLocation.resolve(folder: "", environment: home) }
    }

    @Test func `a server's database is named by the option, else by the variable`() throws {
        let environment = ["HOME": "/home/ann", "RPLUS_DATABASE": "postgres://ann:secret@db/work"]
        let byVariable = try WorkspaceLocation.resolve(environment: environment)
        #expect(byVariable.shown == "postgres://ann@db/work")
        #expect(byVariable.folder == "/home/ann/.local/share/recrutementplus/default")
        let byOption = try WorkspaceLocation.resolve(database: "postgres://db/other", environment: environment)
        #expect(byOption.shown == "postgres://db/other")
        #expect(try WorkspaceLocation.resolve(environment: ["HOME": "/home/ann", "RPLUS_DATABASE": ""]).server == nil)
        #expect(throws: WorkspaceProblem.notAnAddress) {
            try WorkspaceLocation.resolve(database: "work", environment: environment)
        }
    }
}
