import Evaluation
import Glibc

exit(EvaluationRun.main(CommandLine.arguments))
