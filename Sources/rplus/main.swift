import Commands
import Glibc
import Screens

exit(Program.main(screens: WorkstationScreens()))
