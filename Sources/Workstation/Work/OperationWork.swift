import Engine

extension Work {
    /// What to do with the answer of an operation.
    public typealias Answered<Answer> = @Sendable (inout Workstation, Answer) -> [Work]
    /// What to do with its refusal; without it a toast says why.
    public typealias Refused = @Sendable (inout Workstation, Problem) -> [Work]

    /// Reads with one operation.
    public static func read<Operation: RouteOperation>(
        _ slot: Slot, _ operation: Operation, then: @escaping Answered<Operation.Answer>, refused: Refused? = nil
    ) -> Work {
        Work(.read(slot), operation, then, refused)
    }

    /// Writes with one operation.
    public static func write<Operation: RouteOperation>(
        _ operation: Operation, then: @escaping Answered<Operation.Answer>, refused: Refused? = nil
    ) -> Work {
        Work(.write, operation, then, refused)
    }

    private init<Operation: RouteOperation>(
        _ lane: Lane, _ operation: Operation, _ then: @escaping Answered<Operation.Answer>, _ refused: Refused?
    ) {
        self.init(lane) { session in
            switch session.attempt(operation) {
            case .success(let answer): return { then(&$0, answer) }
            case .failure(let problem):
                return { workstation in
                    let works = refused?(&workstation, problem) ?? workstation.tell(problem)
                    if problem.kind == .unauthenticated { workstation.endSession() }
                    return works
                }
            }
        }
    }
}

extension EngineSession {
    /// Runs an operation and answers its refusal as a value.
    public func attempt<Operation: RouteOperation>(_ operation: Operation) -> Result<Operation.Answer, Problem> {
        do {
            return .success(try perform(operation))
        } catch {
            return .failure(error)
        }
    }
}
