"""Models of a book and of a fund, written from the rulings, and the state machines that hold the library against them.

A store of your own is tested so, over every command of a book::

    class MyStoreMachine(BookMachine):
        def make_store(self):
            return MyStore()

    TestMyStore = MyStoreMachine.TestCase
"""
